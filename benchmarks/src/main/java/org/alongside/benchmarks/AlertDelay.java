package org.alongside.benchmarks;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import org.HdrHistogram.Histogram;
import org.alongside.local.LocalStack;
import org.alongside.local.StackException;
import org.alongside.local.demo.Suite;
import org.alongside.local.demo.Suite.Call;
import org.alongside.local.demo.Suite.Reply;

/** How long it takes from a worker's reading of a relative's record, through intake-service, until the alert about it can be found. */
final class AlertDelay {

    private static final String WORKER = "case-worker.family-services";
    private static final String REGISTRAR = "intake-worker.family-services";
    private static final String OFFICER = "privacy-officer.family-services";
    private static final int TIMES = 12;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Suite suite;

    AlertDelay(LocalStack stack) {
        this.suite = Suite.of(stack);
    }

    void run() throws InterruptedException {
        Histogram delays = new Histogram(PATIENCE.toMillis(), 3);
        for (int i = 0; i < TIMES; i++) {
            // At no fixed distance from the timer of the alerts.
            Thread.sleep(ThreadLocalRandom.current().nextInt(1_000));
            delays.recordValue(delay());
        }
        System.out.printf("| accesses | access to alert: p50 | slowest |%n|---|---|---|%n| %d | %.1f s | %.1f s |%n",
                TIMES,
                delays.getValueAtPercentile(50) / 1000.0, delays.getMaxValue() / 1000.0);
    }

    /** Milliseconds. */
    private long delay() {
        String client = expected(201,
                Call.post(REGISTRAR, "intake", "/v1/clients",
                        """
                {"identity": {"familyName": "Bench", "givenNames": "Mark"}, "contact": {"languages": ["en"], "points": []}}"""))
                .text("/clientId");
        expected(201, Call.post(WORKER, "audit", "/v1/conflict-declarations",
                "{\"client\": \"%s\", \"relation\": \"relative\"}".formatted(client)));
        expected(200, Call.get(WORKER, "intake", "/v1/clients/" + client));
        long begin = System.nanoTime();
        suite.await(Call.post(OFFICER, "audit", "/v1/alerts/search",
                "{\"client\": \"%s\", \"rule\": \"conflict-of-interest\"}".formatted(client)),
                alerts -> !alerts.text("/items/0/id").isEmpty(), PATIENCE);
        return (System.nanoTime() - begin) / 1_000_000;
    }

    private Reply expected(int status, Call call) {
        Reply reply = suite.send(call);
        if (reply.status() != status) {
            throw new StackException(call.path() + " was answered " + reply.status() + ": " + reply.body());
        }
        return reply;
    }
}
