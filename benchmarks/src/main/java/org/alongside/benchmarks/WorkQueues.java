package org.alongside.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.alongside.local.LocalStack;
import org.alongside.local.StackException;
import org.alongside.local.demo.ClosedLoop;
import org.alongside.local.demo.Narrator;
import org.alongside.local.demo.Suite;
import org.alongside.local.demo.Suite.Call;
import org.alongside.local.demo.Suite.Reply;

/** The work queue of a worker with 200 cases, and a plan, while the agency's cases grow. The made-up cases are removed in the end. */
final class WorkQueues {

    private static final String WORKER = "case-worker.family-services";
    private static final List<String> LISTS = List.of("today", "overdue", "waiting-for-client", "waiting-for-agency");
    private static final int[] SIZES = {1_000, 10_000, 100_000};
    private static final int AT_ONCE = 10_000;
    private static final int CALLERS = 2;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration TIME = Duration.ofSeconds(10);
    /** Children before parents. */
    private static final List<String> TABLES = List.of("hesitation", "review", "step", "goal", "need", "client_case");

    private final LocalStack stack;
    private final Suite suite;

    WorkQueues(LocalStack stack) {
        this.stack = stack;
        this.suite = Suite.of(stack);
    }

    void run() throws SQLException, IOException, InterruptedException {
        remove();
        ClosedLoop.Outcome loop = new ClosedLoop(suite, Narrator.SILENT, UUID.randomUUID().toString()).run();
        String worker = loop.plan().at("/agreement/worker").asText();
        System.out.printf("%d callers, pages of 50%n%n| cases | question | a second | p50 | p99 | errors |%n"
                + "|---|---|---|---|---|---|%n", CALLERS);
        try {
            int present = 0;
            for (int size : SIZES) {
                grow(present, size, worker);
                present = size;
                for (String list : LISTS) {
                    measure(size, list, "/v1/work-queue?list=" + list, "/items/0");
                }
                measure(size, "plan", "/v1/cases/" + loop.caseId() + "/plan", "/goals/1");
            }
        } finally {
            remove();
        }
    }

    /** @param there what the answer has to hold */
    private void measure(int size, String question, String path, String there) throws InterruptedException {
        Load.Work work = () -> {
            Reply reply = suite.send(Call.get(WORKER, "planning", path));
            if (reply.status() != 200 || reply.body().at(there).isMissingNode()) {
                throw new StackException(path + " was answered " + reply.status() + " without " + there);
            }
        };
        Load.run(CALLERS, WARM_UP, work);
        String[] cells = Load.run(CALLERS, TIME, work).row().split("\\|");
        System.out.printf("| %,d | %s |%s|%s|%s|%s|%n", size, question, cells[2], cells[3], cells[4], cells[5]);
    }

    private void grow(int present, int wanted, String worker) throws SQLException, IOException {
        String script = Files
                .readString(Path.of(System.getProperty("alongside.root"), "benchmarks/sql/synthetic-cases.sql"));
        try (Connection connection = stack.postgres().superuser("planning");
                Statement statement = connection.createStatement()) {
            for (int first = present + 1; first <= wanted; first += AT_ONCE) {
                statement.execute(script.formatted(first, Math.min(wanted, first + AT_ONCE - 1), worker));
            }
            statement.execute("vacuum analyze");
        }
    }

    private void remove() throws SQLException {
        try (Connection connection = stack.postgres().superuser("planning");
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (String table : TABLES) {
                statement.execute("delete from " + table
                        + " where id between '0e000000-0000-4000-8000-000000000000' and '0e000000-0000-4000-8fff-ffffffffffff'");
            }
        }
    }
}
