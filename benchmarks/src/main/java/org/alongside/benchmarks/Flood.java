package org.alongside.benchmarks;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.HdrHistogram.Histogram;
import org.alongside.local.LocalStack;
import org.alongside.local.StackException;
import org.alongside.local.demo.Suite;
import org.alongside.local.demo.Suite.Call;
import org.alongside.local.demo.Suite.Reply;

/**
 * How long an access of one agency takes from its answer to a signed checkpoint that covers it, while another agency reads as fast as it
 * can through the same service: both agencies' accesses leave it in one order.
 */
final class Flood {

    private static final String QUIET = "intake-worker.housing";
    private static final String LOUD = "intake-worker.family-services";
    private static final int READERS = 8;
    private static final Duration TIME = Duration.ofSeconds(30);
    private static final int LOOKS = 40;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Suite suite;

    Flood(LocalStack stack) {
        this.suite = Suite.of(stack);
    }

    void run() throws Exception {
        String own = register(QUIET);
        String foreign = register(LOUD);
        System.out.println(
                "| other agency | its reads/s | answer to checkpoint p50 | p99 | slowest |\n|---|---|---|---|---|");
        for (int i = 0; i < LOOKS / 4; i++) {
            sealed(own);
        }
        print("silent", 0, looks(own));
        CompletableFuture<Load.Result> flood = CompletableFuture.supplyAsync(() -> flood(foreign));
        Histogram beside = looks(own);
        print("reads with %d callers".formatted(READERS), flood.get().perSecond(), beside);
    }

    private Load.Result flood(String client) {
        try {
            return Load.run(READERS, TIME, () -> read(LOUD, client));
        } catch (InterruptedException e) {
            throw new StackException("Interrupted while reading", e);
        }
    }

    /** As many as fit into the time of the flood, evenly. */
    private Histogram looks(String client) throws InterruptedException {
        Histogram times = new Histogram(PATIENCE.toNanos() / 1000, 3);
        long begin = System.nanoTime();
        for (int i = 0; i < LOOKS; i++) {
            long due = begin + i * TIME.toNanos() / LOOKS;
            Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
            times.recordValue(sealed(client));
        }
        return times;
    }

    /** Microseconds. */
    private long sealed(String client) throws InterruptedException {
        String access = read(QUIET, client).accessId();
        long begin = System.nanoTime();
        Call receipt = Call.get(QUIET, "audit", "/v1/access-receipts/" + access);
        while (!suite.send(receipt).text("/status").equals("sealed")) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new StackException("An access has no checkpoint after " + PATIENCE);
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
        return (System.nanoTime() - begin) / 1000;
    }

    private Reply read(String account, String client) {
        Reply reply = suite.send(Call.get(account, "intake", "/v1/clients/" + client));
        if (reply.status() != 200) {
            throw new StackException("A read answered " + reply.status());
        }
        return reply;
    }

    private String register(String account) {
        Reply reply = suite.send(Call.post(account, "intake", "/v1/clients",
                """
                {"identity": {"familyName": "Bench", "givenNames": "Mark"}, "contact": {"languages": ["en"], "points": []}}"""));
        if (reply.status() != 201) {
            throw new StackException("A registration answered " + reply.status() + ": " + reply.body());
        }
        return reply.text("/clientId");
    }

    private static void print(String other, double perSecond, Histogram times) {
        System.out.printf("| %s | %.0f | %d ms | %d ms | %d ms |%n", other, perSecond,
                times.getValueAtPercentile(50) / 1000, times.getValueAtPercentile(99) / 1000,
                times.getMaxValue() / 1000);
    }
}
