package org.alongside.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.alongside.local.Alongside;
import org.alongside.local.LocalStack;
import org.alongside.local.demo.ClosedLoop;
import org.alongside.local.demo.Narrator;
import org.alongside.local.demo.Suite;

/** The load programs; each prints tables for {@code benchmarks/README.md}. */
public final class Benchmarks {

    private static final int[] WORKERS = {1, 8, 32};
    private static final Duration WARM_UP = Duration.ofSeconds(120);
    private static final int PLACES = 1_000;
    private static final Duration TIME = Duration.ofSeconds(30);

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        LocalStack stack = Alongside.running();
        String what = arguments.length == 0 ? "" : arguments[0];
        switch (what) {
            case "loops" -> loops(stack);
            case "audited" -> new Audited(stack).run();
            case "matching" -> new Matching(stack)
                    .run(arguments.length > 1 ? Integer.parseInt(arguments[1]) : Integer.MAX_VALUE);
            case "appending" -> new Appending(stack).run();
            case "flood" -> new Flood(stack).run();
            case "alerts" -> new AlertDelay(stack).run();
            case "history" -> history(stack, List.of(arguments).subList(1, arguments.length));
            case "queues" -> new WorkQueues(stack).run();
            case "clients" -> clients(stack, List.of(arguments).subList(1, arguments.length));
            default -> {
                System.err.println(
                        "Usage: benchmarks/run loops | audited | matching [LARGEST] | appending | flood | alerts | history [ENTRIES] | clients [CLIENTS] | queues");
                System.exit(2);
            }
        }
    }

    /** Without a number of entries the log is asked as it is. */
    private static void history(LocalStack stack, List<String> entries) throws SQLException, InterruptedException {
        History history = new History(stack);
        for (String each : entries) {
            history.fill(Long.parseLong(each));
        }
        history.ask();
    }

    /** Without a number of clients it only asks. */
    private static void clients(LocalStack stack, List<String> number) throws SQLException, InterruptedException {
        Clients clients = new Clients(stack);
        for (String each : number) {
            clients.fill(Integer.parseInt(each));
        }
        clients.ask();
    }

    private static void loops(LocalStack stack) throws InterruptedException, SQLException {
        Suite suite = Suite.of(stack);
        Load.Work loop = () -> new ClosedLoop(suite, Narrator.SILENT, UUID.randomUUID().toString()).run();
        addPlaces(stack, PLACES);
        try {
            measure(stack, loop);
        } finally {
            addPlaces(stack, -PLACES);
        }
    }

    private static void measure(LocalStack stack, Load.Work loop) throws InterruptedException {
        Load.run(8, WARM_UP, loop);
        for (int workers : WORKERS) {
            Processes processes = new Processes(stack);
            Load.Result result = Load.run(workers, TIME, loop);
            System.out.println(
                    "\n| workers | loops/s | p50 | p99 | errors |\n|---|---|---|---|---|\n" + result.row() + "\n");
            System.out.println(processes.table());
        }
    }

    /** The demo's services have a few places each; loops side by side need as many as there are workers. */
    private static void addPlaces(LocalStack stack, int places) throws SQLException {
        try (Connection connection = stack.postgres().superuser("referral");
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "update service_capacity set available = available + " + places + ", maximum = maximum + "
                            + places);
        }
    }
}
