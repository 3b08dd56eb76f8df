package org.alongside.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

import org.alongside.local.LocalStack;
import org.alongside.local.StackException;
import org.alongside.local.demo.Suite;
import org.alongside.local.demo.Suite.Call;
import org.alongside.local.demo.Suite.Reply;

/**
 * Reads and searches of clients and assessments over HTTP, every one audited, among so many clients. They are made up and stay: for a
 * stack that is reset afterwards.
 */
final class Clients {

    private static final String HOME = "intake-worker.family-services";
    private static final String RECIPIENT = "case-worker.legal-aid";
    private static final int WORKERS = 2;
    private static final int ASSESSING = 8;
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration TIME = Duration.ofSeconds(8);

    private final LocalStack stack;
    private final Suite suite;
    private final Map<String, Load.Work> questions = new LinkedHashMap<>();
    private final ThreadLocal<PreparedStatement> bare = ThreadLocal.withInitial(this::prepared);
    private int clients;

    Clients(LocalStack stack) {
        this.stack = stack;
        this.suite = Suite.of(stack);
        ask("read, own", () -> read(HOME, own()));
        ask("read, by grant", () -> read(RECIPIENT, granted()));
        ask("search, rare name", () -> search(HOME, "\"familyName\": \"%s\"".formatted(rare()), 0));
        ask("search, most common name, 50 of them",
                () -> search(HOME, "\"familyName\": \"%s\"".formatted(Person.familyName(1)), 1));
        ask("search, both names the most common, 50 of them",
                () -> search(HOME, "\"familyName\": \"%s\", \"givenNames\": \"%s\"".formatted(Person.familyName(1),
                        Person.givenName(1)), 1));
        ask("search, date of birth", () -> search(HOME, "\"dateOfBirth\": \"%s\"".formatted(own().born()), 1));
        ask("search by grant, rare name", () -> search(RECIPIENT, "\"familyName\": \"%s\"".formatted(rare()), 0));
        ask("search by grant, most common name, 50 of them",
                () -> search(RECIPIENT, "\"familyName\": \"%s\"".formatted(Person.familyName(1)), 1));
    }

    private void ask(String name, Load.Work question) {
        questions.put(name, question);
    }

    /** Fills up to so many made-up clients. */
    void fill(int wanted) throws SQLException, InterruptedException {
        int present = count();
        int half = present + Math.max(0, wanted - present) / 2;
        long begin = System.nanoTime();
        ExecutorService writers = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> written = List.of(writers.submit(() -> write(present + 1, half)),
                    writers.submit(() -> write(half + 1, wanted)));
            for (Future<?> each : written) {
                each.get();
            }
        } catch (ExecutionException failure) {
            throw new StackException("The made-up clients could not be written", failure.getCause());
        } finally {
            writers.shutdownNow();
        }
        try (Connection intake = stack.postgres().superuser("intake"); Statement statement = intake.createStatement()) {
            statement.execute("vacuum (analyze) client, client_key, client_token, client_version, access_grant,"
                    + " duplicate_key, duplicate_indexed");
        }
        System.out.printf("%,d clients added in %.0f s%n", Math.max(0, wanted - present),
                (System.nanoTime() - begin) / 1e9);
    }

    private Void write(int first, int last) throws SQLException {
        Path keys = Path.of(System.getProperty("alongside.root"), ".alongside", "keys", "intake.json");
        try (Connection intake = stack.postgres().superuser("intake")) {
            new ClientWriter(intake, new ClientSealing(keys)).write(first, last);
        }
        return null;
    }

    void ask() throws SQLException, InterruptedException {
        clients = count();
        System.out.printf(
                "%n%,d clients, %d callers%n%n| question | a second | p50 | p99 | errors |%n|---|---|---|---|---|%n",
                clients, WORKERS);
        row("bare read by primary key", Load.run(WORKERS, TIME, this::bareRead));
        for (var question : questions.entrySet()) {
            Load.run(WORKERS, WARM_UP, question.getValue());
            row(question.getKey(), Load.run(WORKERS, TIME, question.getValue()));
        }
        row("bare read by primary key, again", Load.run(WORKERS, TIME, this::bareRead));
        assess();
    }

    private void assess() throws InterruptedException {
        System.out.printf(
                "%nAssessments, %d callers%n%n| step | a second | p50 | p99 | errors |%n|---|---|---|---|---|%n",
                ASSESSING);
        Queue<String> registered = new ConcurrentLinkedQueue<>();
        Queue<Reply> started = new ConcurrentLinkedQueue<>();
        Load.run(ASSESSING, WARM_UP, () -> complete(start(register())));
        row("client", Load.run(ASSESSING, TIME, () -> registered.add(register())));
        row("start", Load.run(ASSESSING, TIME, () -> {
            String client = registered.poll();
            started.add(start(client == null ? register() : client));
        }));
        row("complete", Load.run(ASSESSING, TIME, () -> {
            Reply assessment = started.poll();
            complete(assessment == null ? start(register()) : assessment);
        }));
    }

    private String register() {
        return expect(201, Call.post(HOME, "intake", "/v1/clients", """
                {"identity": {"familyName": "Bench", "givenNames": "Mark", "dateOfBirth": {"value": "1984-03-17", "precision": "exact"}},
                 "contact": {"languages": ["es", "en"], "areaPostalCode": "00105",
                             "points": [{"kind": "phone", "value": "%010d", "safeToText": true}]}}"""
                .formatted(ThreadLocalRandom.current().nextLong(10_000_000_000L)))).text("/clientId");
    }

    private Reply start(String client) {
        return expect(201, Call.post(HOME, "intake", "/v1/clients/" + client + "/assessments", """
                {"instrument": "core-needs", "version": "1.1.0", "answeredBy": "client",
                 "answers": [{"linkId": "housing.place-to-sleep", "values": ["own-home"]},
                             {"linkId": "housing.keeping-home", "values": ["notice"]}],
                 "clientWords": "I want to keep our home", "strengths": "Never missed a day of work"}"""));
    }

    private Reply complete(Reply assessment) {
        return expect(200, Call.post(HOME, "intake",
                "/v1/assessments/" + assessment.text("/assessmentId") + "/complete",
                "{\"priorities\": [\"housing-instability\", \"legal-aid\"], \"clientViews\": []}").at(assessment));
    }

    private Reply expect(int status, Call call) {
        Reply reply = suite.send(call);
        if (reply.status() != status) {
            throw new StackException(call.path() + " was answered " + reply.status() + ": " + reply.body());
        }
        return reply;
    }

    /** Opened with the service's own keys, as it was sealed. */
    private void read(String account, Person person) {
        Reply reply = expect(200, Call.get(account, "intake", "/v1/clients/" + person.id()));
        if (!reply.text("/identity/familyName").equals(person.familyName())) {
            throw new StackException("Client " + person.id() + " has another name");
        }
    }

    private void search(String account, String values, int atLeast) {
        Reply reply = expect(200, Call.post(account, "intake", "/v1/clients/search", "{" + values + "}"));
        if (reply.body().path("items").size() < atLeast) {
            throw new StackException("Nobody was found by " + values);
        }
    }

    private Person own() {
        return Person.number(4 * (1 + ThreadLocalRandom.current().nextInt(clients / 4)));
    }

    private Person granted() {
        return Person.number(50 * (1 + ThreadLocalRandom.current().nextInt(clients / 50)));
    }

    private static String rare() {
        return Person.familyName(
                ThreadLocalRandom.current().nextInt(Person.FAMILY_NAMES / 2, Person.FAMILY_NAMES + 1));
    }

    private PreparedStatement prepared() {
        try {
            return stack.postgres().superuser("intake").prepareStatement("select identity from client where id = ?");
        } catch (SQLException failure) {
            throw new StackException("The database does not answer", failure);
        }
    }

    private void bareRead() {
        try {
            PreparedStatement read = bare.get();
            read.setObject(1, own().id());
            try (ResultSet row = read.executeQuery()) {
                row.next();
                row.getBytes(1);
            }
        } catch (SQLException failure) {
            throw new StackException("The database does not answer", failure);
        }
    }

    private static void row(String question, Load.Result result) {
        System.out.printf("| %s | %.1f | %.2f ms | %.2f ms | %d |%n", question, result.perSecond(),
                result.times().getValueAtPercentile(50) / 1000.0, result.times().getValueAtPercentile(99) / 1000.0,
                result.errors());
    }

    private int count() throws SQLException {
        try (Connection intake = stack.postgres().superuser("intake");
                PreparedStatement count = intake
                        .prepareStatement("select count(*) from client where id > ? and id < ?")) {
            count.setObject(1, Person.bound(false));
            count.setObject(2, Person.bound(true));
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
