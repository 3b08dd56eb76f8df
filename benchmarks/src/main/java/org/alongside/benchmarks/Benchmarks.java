package org.alongside.benchmarks;

import java.time.Duration;
import java.util.UUID;

import org.alongside.local.Alongside;
import org.alongside.local.LocalStack;
import org.alongside.local.demo.ClosedLoop;
import org.alongside.local.demo.Narrator;
import org.alongside.local.demo.Suite;

/** The load programs; each prints tables for {@code benchmarks/README.md}. */
public final class Benchmarks {

    private static final int[] WORKERS = {1, 8, 32};
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration TIME = Duration.ofSeconds(30);

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        LocalStack stack = Alongside.running();
        String what = arguments.length == 0 ? "" : arguments[0];
        switch (what) {
            case "loops" -> loops(stack);
            case "audited" -> new Audited(stack).run();
            default -> {
                System.err.println("Usage: benchmarks/run loops | audited");
                System.exit(2);
            }
        }
    }

    private static void loops(LocalStack stack) throws InterruptedException {
        Suite suite = Suite.of(stack);
        Load.Work loop = () -> new ClosedLoop(suite, Narrator.SILENT, UUID.randomUUID().toString()).run();
        Load.run(2, WARM_UP, loop);
        for (int workers : WORKERS) {
            Processes processes = new Processes(stack);
            Load.Result result = Load.run(workers, TIME, loop);
            System.out.println(
                    "\n| workers | loops/s | p50 | p99 | errors |\n|---|---|---|---|---|\n" + result.row() + "\n");
            System.out.println(processes.table());
        }
    }
}
