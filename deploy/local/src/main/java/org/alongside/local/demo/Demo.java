package org.alongside.local.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.alongside.local.LocalStack;
import org.alongside.local.LogAuditor;
import org.alongside.local.StackException;
import org.alongside.local.demo.Suite.Call;
import org.alongside.local.demo.Suite.Reply;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Tells one closed loop on the running stack, step by step, then a second try after a refusal, an ending with an open door and
 * the figures of the agency, and ends with the access log of the person, the account of it that the person gets, and the proof.
 */
public final class Demo implements Narrator {

    private static final String AUDITOR = "auditor.oversight";
    private static final String CASE_WORKER = "case-worker.family-services";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Map<String, String> AGENCIES = Map.of("0a000000-0000-4000-8000-000000000001",
            "family-services",
            "0a000000-0000-4000-8000-000000000002", "legal-aid", "0a000000-0000-4000-8000-000000000003", "housing",
            "0a000000-0000-4000-8000-000000000004", "oversight");

    private final Suite suite;
    private final Evidence evidence;
    private final PrintStream out;
    private int steps;

    public Demo(LocalStack stack, PrintStream out) {
        this.suite = Suite.of(stack);
        this.out = out;
        this.evidence = new Evidence(suite, new LogAuditor(stack), this, out);
    }

    /** @throws StackException when a step does not answer as it should */
    public void run() {
        ClosedLoop.Outcome outcome = new ClosedLoop(suite, this, UUID.randomUUID().toString().substring(0, 8)).run();
        new SecondTry(suite, this, outcome.client()).run();
        new OpenDoor(suite, this, outcome.caseId()).run();
        chapter("What became of all referrals, as far as it can be told of nobody");
        new Figures(new Steps(suite, this), out).print();
        outsider(outcome);
        new Emergency(suite, this, outcome.client()).run();
        long newest = accessLog(outcome);
        account(outcome);
        evidence.show(newest);
    }

    @Override
    public void chapter(String title) {
        out.printf("%n%s%n", title);
    }

    @Override
    public void step(String what, Call call, Reply reply, String came) {
        steps++;
        out.printf("%3d  %s %s%n       %s %s%n       %d  %s%n", steps, call.account(), what, call.method(),
                call.path(), reply.status(), came);
    }

    @Override
    public void quote(String text) {
        text.lines().forEach(line -> out.printf("       | %s%n", line));
    }

    private void outsider(ClosedLoop.Outcome outcome) {
        chapter("Somebody without a grant tries as well");
        Call call = Call.get("receiving-worker.housing", "referral", "/v1/referrals/" + outcome.legalReferral());
        Reply refused = suite.send(call);
        step("asks for the referral to legal aid", call, refused, "the same answer as for one that does not exist");
        Call attempt = Call.get(AUDITOR, "audit", "/v1/access-events/" + refused.accessId());
        Reply found = suite.await(attempt, reply -> reply.status() == 200, PATIENCE);
        step("looks up that answer's Alongside-Access-Id", attempt, found,
                found.text("/items/0/operation") + " " + found.text("/items/0/outcome"));
    }

    /** @return index of the newest entry shown */
    private long accessLog(ClosedLoop.Outcome outcome) {
        chapter("Who saw what of this person, and why");
        Call call = Call.post(AUDITOR, "audit", "/v1/access-events/search?limit=200",
                "{\"client\": \"%s\"}".formatted(outcome.client()));
        Reply log = suite.await(call, reply -> reply.status() == 200 && complete(reply.body().get("items")), PATIENCE);
        out.printf("       %s reads the access log: POST %s %s%n%n", AUDITOR, call.path(), call.body());
        out.printf("       %-12s %-22s %-15s %-14s %-7s %s%n", "time", "operation", "agency", "basis", "purpose",
                "outcome");
        JsonNode items = log.body().get("items");
        for (int i = items.size() - 1; i >= 0; i--) {
            line(items.get(i));
        }
        out.printf("%n       %d accesses. Ids and codes only: the auditor never sees a name.%n", items.size());
        return items.get(0).get("entryIndex").asLong();
    }

    private void account(ClosedLoop.Outcome outcome) {
        chapter("What the client can be told of it");
        Call call = Call.post(CASE_WORKER, "audit", "/v1/disclosure-accounts?limit=200",
                "{\"client\": \"%s\"}".formatted(outcome.client()));
        Reply account = suite.send(call);
        step("prints the client's account of disclosures", call, account,
                account.body().path("lines").size() + " accesses outside the home agency");
        account.body().path("lines").forEach(line -> out.printf("       - %s%n", line.path("text").asText()));
    }

    /** The client's views of two referrals end the loop; the third time that one is sent by itself is the second try. */
    private static boolean complete(JsonNode events) {
        return count(events, "referral.client-view") == 2 && count(events, "referral.request") == 3;
    }

    private static int count(JsonNode events, String operation) {
        int found = 0;
        for (JsonNode event : events) {
            found += event.get("operation").asText().equals(operation) ? 1 : 0;
        }
        return found;
    }

    private void line(JsonNode event) {
        out.printf("       %-12s %-22s %-15s %-14s %-7s %s%n", event.get("at").asText().substring(11, 23),
                event.get("operation").asText(), agency(event),
                event.path("basis").asText(""), event.path("purpose").asText(""), event.get("outcome").asText());
    }

    /** The log holds ids; the demo knows its four agencies by name. System work acts for none. */
    private static String agency(JsonNode event) {
        String id = event.path("agency").asText("");
        return id.isEmpty() ? event.path("kind").asText() : AGENCIES.getOrDefault(id, id);
    }
}
