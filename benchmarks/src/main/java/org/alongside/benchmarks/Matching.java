package org.alongside.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

import org.alongside.local.LocalStack;
import org.alongside.local.StackException;
import org.alongside.local.demo.Suite;
import org.alongside.local.demo.Suite.Call;
import org.alongside.local.demo.Suite.Reply;

/** Matching over HTTP while the directory grows with made-up services, which are removed in the end. */
final class Matching {

    private static final String WORKER = "referral-coordinator.family-services";
    private static final int[] SIZES = {10_000, 100_000, 1_000_000};
    private static final int AT_ONCE = 10_000;
    private static final int WORKERS = 2;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration TIME = Duration.ofSeconds(15);
    /** Children before parents. */
    private static final List<String> TABLES = List.of("service_finder", "language", "attribute", "service_area",
            "service_at_location", "location", "service", "organization");

    private final LocalStack stack;
    private final Suite suite;
    private final Map<String, Supplier<String>> questions = new TreeMap<>();
    private List<String> categories = List.of();

    Matching(LocalStack stack) {
        this.stack = stack;
        this.suite = Suite.of(stack);
        questions.put("area", () -> "{\"category\": \"%s\", \"areaPostalCode\": \"%s\", \"facts\": {\"age\": 40}}"
                .formatted(category(), postalCode()));
        questions.put("distance", () -> "{\"category\": \"%s\", %s, \"languages\": [\"es\"]}".formatted(category(),
                near()));
        questions.put("words", () -> "{\"text\": \"evicton lawyer\", \"areaPostalCode\": \"%s\"}"
                .formatted(postalCode()));
    }

    void run(int largest) throws SQLException, IOException, InterruptedException {
        remove();
        categories = categories();
        try {
            System.out.println("| services | question | matches/s | p50 | p99 | errors |\n|---|---|---|---|---|---|");
            int present = 0;
            for (int size : SIZES) {
                if (size <= largest) {
                    present = grow(present, size);
                    measure(size);
                }
            }
        } finally {
            remove();
        }
    }

    private void measure(int size) throws InterruptedException {
        for (var question : questions.entrySet()) {
            Load.run(WORKERS, WARM_UP.dividedBy(questions.size()), () -> ask(question.getValue().get()));
            String[] cells = Load.run(WORKERS, TIME, () -> ask(question.getValue().get())).row().split("\\|");
            System.out.printf("| %,d | %s |%s|%s|%s|%s|%n", size, question.getKey(), cells[2], cells[3], cells[4],
                    cells[5]);
        }
    }

    private void ask(String question) {
        Reply reply = suite.send(Call.post(WORKER, "referral", "/v1/matches", question));
        if (reply.status() != 200) {
            throw new StackException("A question for matches was answered " + reply.status());
        }
    }

    private String category() {
        return categories.get(ThreadLocalRandom.current().nextInt(categories.size()));
    }

    private static String postalCode() {
        return Integer.toString(10_000 + ThreadLocalRandom.current().nextInt(40_000));
    }

    private static String near() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "\"near\": {\"latitude\": %.4f, \"longitude\": %.4f, \"withinKm\": 50}"
                .formatted(25 + 24 * random.nextDouble(), -124 + 57 * random.nextDouble());
    }

    /** @return how many there are then */
    private int grow(int present, int wanted) throws SQLException, IOException {
        String script = Files
                .readString(Path.of(System.getProperty("alongside.root"), "benchmarks/sql/synthetic-directory.sql"));
        try (Connection connection = stack.postgres().superuser("referral");
                Statement statement = connection.createStatement()) {
            for (int first = present + 1; first <= wanted; first += AT_ONCE) {
                statement.execute(script.formatted(first, Math.min(wanted, first + AT_ONCE - 1)));
            }
            statement.execute("vacuum analyze");
        }
        return wanted;
    }

    private List<String> categories() throws SQLException {
        try (Connection connection = stack.postgres().superuser("referral");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select distinct t.code from attribute a"
                        + " join taxonomy_term t on t.id = a.taxonomy_term_id where a.link_type = 'need_category'")) {
            List<String> codes = new ArrayList<>();
            while (rows.next()) {
                codes.add(rows.getString(1));
            }
            return codes;
        }
    }

    private void remove() throws SQLException {
        try (Connection connection = stack.postgres().superuser("referral");
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (String table : TABLES) {
                String key = "service_finder".equals(table) ? "service_id" : "id";
                statement.execute("delete from " + table + " where " + key
                        + " between '0f000000-0000-4000-8000-000000000000' and '0f000000-0000-4000-8fff-ffffffffffff'");
            }
        }
    }
}
