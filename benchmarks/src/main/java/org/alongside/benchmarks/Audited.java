package org.alongside.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.alongside.local.LocalStack;
import org.alongside.local.ServiceDatabase.Login;
import org.alongside.local.StackException;
import org.alongside.local.demo.Suite;
import org.alongside.local.demo.Suite.Call;
import org.alongside.local.demo.Suite.Reply;

/** Audited reads and writes over HTTP beside pgbench with the same statements on the same database, in turn. */
final class Audited {

    private static final String WORKER = "intake-worker.family-services";
    private static final String AGENCY = "0a000000-0000-4000-8000-000000000001";
    private static final int CLIENTS = 300;
    private static final int[] WORKERS = {1, 8, 32};
    private static final Duration TIME = Duration.ofSeconds(8);
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    private final LocalStack stack;
    private final Suite suite;
    private final List<String> clients = new ArrayList<>();

    Audited(LocalStack stack) {
        this.stack = stack;
        this.suite = Suite.of(stack);
    }

    void run() throws Exception {
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(register());
        }
        rememberClients();
        Load.run(8, TIME, this::read);
        Load.run(8, TIME, this::register);
        Map<String, Load.Result> http = new LinkedHashMap<>();
        for (int workers : WORKERS) {
            http.put("read " + workers, Load.run(workers, TIME, this::read));
            http.put("write " + workers, Load.run(workers, TIME, this::register));
        }
        // Its relay would take what pgbench writes for events.
        stack.service("intake").stop();
        try {
            System.out.println("| audited | workers | HTTP/s | p50 | p99 | errors | pgbench tps | ratio |\n"
                    + "|---|---|---|---|---|---|---|---|");
            for (int workers : WORKERS) {
                compare("read", http.get("read " + workers), pgbench(workers, "audited-read.sql"));
                compare("write", http.get("write " + workers), pgbench(workers, "audited-write.sql"));
            }
        } finally {
            forgetBenchmarkRows();
            stack.service("intake").start();
        }
    }

    private static void compare(String what, Load.Result http, double tps) {
        System.out.printf("| %s %s %.0f | %.2f |%n", what, http.row(), tps, http.perSecond() / tps);
    }

    private void read() {
        Reply reply = suite.send(Call.get(WORKER, "intake",
                "/v1/clients/" + clients.get(ThreadLocalRandom.current().nextInt(CLIENTS))));
        if (reply.status() != 200) {
            throw new StackException("A read answered " + reply.status());
        }
    }

    private String register() {
        Reply reply = suite.send(Call.post(WORKER, "intake", "/v1/clients", """
                {"identity": {"familyName": "Bench", "givenNames": "Mark", "nameToUse": "B",
                              "dateOfBirth": {"value": "1984-03-17", "precision": "exact"}},
                 "contact": {"languages": ["es", "en"], "areaPostalCode": "00105",
                             "points": [{"kind": "phone", "value": "555-0199", "safeToText": true}]}}"""));
        if (reply.status() != 201) {
            throw new StackException("A registration answered " + reply.status());
        }
        return reply.text("/clientId");
    }

    /** pgbench draws a number; this table says which client that is. */
    private void rememberClients() throws SQLException {
        try (Connection connection = stack.postgres().superuser("intake");
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists benchmark_client");
            statement.execute(
                    "create table benchmark_client as select row_number() over () as n, id from (select id from client"
                            + " order by registered_at desc limit " + CLIENTS + ") newest");
            statement.execute("alter table benchmark_client add primary key (n)");
            statement.execute("grant select on benchmark_client to intake_app");
        }
    }

    private double pgbench(int workers, String script) throws IOException, InterruptedException {
        Login app = stack.postgres().database("intake").app();
        ProcessBuilder builder = new ProcessBuilder("pgbench", "-n", "-M", "prepared", "-h", "127.0.0.1", "-p",
                Integer.toString(stack.postgres().port()), "-U", app.user(), "-c", Integer.toString(workers), "-j", "2",
                "-T",
                Long.toString(TIME.toSeconds()), "-D", "agency=" + AGENCY, "-D", "clients=" + CLIENTS, "-f",
                Path.of(System.getProperty("alongside.root"), "benchmarks/sql", script).toString(), "intake");
        builder.environment().put("PGPASSWORD", app.password());
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Matcher tps = TPS.matcher(output);
        if (!tps.find()) {
            throw new StackException("pgbench (Debian package postgresql-contrib) gave no figure: " + output);
        }
        return Double.parseDouble(tps.group(1));
    }

    /** What pgbench wrote is neither an event, which must never be published, nor a client whom anybody could open. */
    private void forgetBenchmarkRows() throws SQLException {
        try (Connection connection = stack.postgres().superuser("intake");
                Statement statement = connection.createStatement()) {
            statement.execute("delete from outbox where topic = 'benchmark'");
            statement.execute("delete from client where identity = decode(repeat('ab', 250), 'hex')");
            statement.execute("drop table benchmark_client");
        }
    }
}
