package org.alongside.local.demo;

import java.io.PrintStream;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;

import org.alongside.local.StackException;
import org.alongside.local.demo.Suite.Call;
import org.alongside.local.demo.Suite.Reply;

import com.fasterxml.jackson.databind.JsonNode;

/** The funnel of an agency's referrals, as the report has it. */
final class Figures {

    private static final List<String> STAGES = List.of("sent", "answered", "accepted", "served", "needMet");
    private static final String HIDDEN = "-";

    private final Steps steps;
    private final PrintStream out;

    Figures(Steps steps, PrintStream out) {
        this.steps = steps;
        this.out = out;
    }

    /** @throws StackException when a report does not come */
    void print() {
        YearMonth month = YearMonth.now(Clock.systemUTC());
        String path = "/v1/reports/referrals?from=" + month + "&to=" + month;
        Reply all = report("asks for the figures of this month", path);
        Reply byCategory = report("asks for them by category", path + "&groupBy=category");
        out.printf("%n       %-22s %8s %8s %8s %8s %8s%n", "", "sent", "answered", "accepted", "served", "need met");
        all.body().get("rows").forEach(row -> line("all", row));
        byCategory.body().get("rows").forEach(row -> line(row.get("key").asText(), row));
        out.printf("%n       %s one to four, or withheld so that such a number cannot be computed.%n", HIDDEN);
    }

    private Reply report(String what, String path) {
        return steps.take(what, Call.get("supervisor.family-services", "referral", path), 200,
                reply -> reply.body().get("rows").size() + " rows from "
                        + reply.body().at("/events/value").asText("a few") + " events as of " + reply.text("/asOf"));
    }

    private void line(String name, JsonNode row) {
        out.printf("       %-22s", name);
        STAGES.forEach(stage -> out.printf(" %8s", row.at("/funnel/" + stage + "/value").asText(HIDDEN)));
        out.println();
    }
}
