package org.alongside.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.alongside.local.demo.ClosedLoop;
import org.alongside.local.demo.Demo;
import org.alongside.local.demo.Narrator;
import org.alongside.local.demo.Suite;
import org.alongside.local.demo.Suite.Call;
import org.alongside.local.demo.Suite.Reply;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

/** One person helped, end to end; and afterwards the log says who saw what. */
class ClosedLoopIT {

    @Test
    void theNeedsAreMetInThePlanAndEveryAccessStandsInTheLogWithItsBasis() throws InterruptedException {
        Suite suite = SystemStack.suite();
        ClosedLoop.Outcome outcome = new ClosedLoop(suite, Narrator.SILENT, SystemStack.newMark()).run();
        assertEquals(2, outcome.plan().get("needs").size());

        Call log = Call.post("auditor.oversight", "audit", "/v1/access-events/search?limit=200",
                "{\"client\": \"%s\"}".formatted(outcome.client()));
        for (String operation : List.of("client.register", "consent.give", "assessment.complete", "agreement.agree",
                "referral.accept", "referral.complete", "contact.for-now", "referral.client-view", "plan.read")) {
            assertTrue(SystemStack.within(20, () -> has(suite.send(log), "operation", operation)),
                    operation + " is missing");
        }
        JsonNode events = suite.send(log).body().get("items");
        assertTrue(
                has(events, "basis", "home-agency") && has(events, "basis", "referral")
                        && has(events, "basis", "consent"),
                "Accesses by home agency, by consent and by referral stand in the log: " + events);
    }

    @Test
    void theDemoComesToItsEndAndTheFiguresCountWhatItSent() {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        new Demo(SystemStack.running(), new PrintStream(told, true, UTF_8)).run();
        String text = told.toString(UTF_8);
        assertTrue(text.contains("declined, no-capacity; allowed: ") && text.contains("next-match"), text);
        Matcher all = Pattern.compile("\n +all +(\\d+)").matcher(text);
        assertTrue(all.find() && Integer.parseInt(all.group(1)) >= 5, "Five referrals were sent: " + text);
    }

    @Test
    void everyResponseNamesAnAccessThatTheLogHas() throws InterruptedException {
        Suite suite = SystemStack.suite();
        Reply registered = suite.send(Call.post("intake-worker.family-services", "intake", "/v1/clients",
                "{\"identity\": {\"familyName\": \"%s\"}}".formatted(SystemStack.newMark())));
        Call access = Call.get("auditor.oversight", "audit", "/v1/access-events/" + registered.accessId());
        assertTrue(SystemStack.within(20, () -> suite.send(access).status() == 200
                && suite.send(access).body().toString().contains(registered.text("/clientId"))),
                "The access is not in the log");
    }

    @Test
    void noSourceHasAGapInTheLog() {
        new ClosedLoop(SystemStack.suite(), Narrator.SILENT, SystemStack.newMark()).run();
        assertEquals(0, SystemStack.count("audit", "select count(*) from log_gap where filled_at is null"));
        assertEquals(0, SystemStack.count("audit", """
                select count(*) from (select source, epoch, count(*) as n, max(sequence) - min(sequence) + 1 as span
                                        from log_entry group by source, epoch) s where n <> span"""));
    }

    private static boolean has(Reply reply, String member, String value) {
        return reply.status() == 200 && has(reply.body().get("items"), member, value);
    }

    private static boolean has(JsonNode events, String member, String value) {
        for (JsonNode event : events) {
            if (event.path(member).asText().equals(value)) {
                return true;
            }
        }
        return false;
    }
}
