package org.alongside.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.HdrHistogram.Histogram;
import org.alongside.local.LocalStack;
import org.alongside.local.StackException;
import org.alongside.local.demo.Suite;
import org.alongside.local.demo.Suite.Call;
import org.alongside.local.demo.Suite.Reply;

/** Questions to a log of six years over HTTP. The log is filled with made-up accesses, which stay: for a stack that is reset afterwards. */
final class History {

    private static final String AUDITOR = "auditor.oversight";
    private static final String OFFICER = "privacy-officer.family-services";
    private static final List<UUID> AGENCIES = IntStream.rangeClosed(1, 40)
            .mapToObj(i -> UUID.fromString("0a000000-0000-4000-8000-0000000000%02d".formatted(i))).toList();
    private static final int MONTHS = 72;
    private static final int WORKERS = 2;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration TIME = Duration.ofSeconds(10);
    private static final int FIRST_LOOKS = 20;

    private final LocalStack stack;
    private final Suite suite;
    private final Map<String, Supplier<Call>> questions = new LinkedHashMap<>();
    private final LocalDate until = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1);
    private final LocalDate from = until.minusMonths(MONTHS);
    private final SplittableRandom random = new SplittableRandom(System.nanoTime());
    private List<Sample> samples = List.of();

    private record Sample(long index, UUID access, UUID client, String actor, UUID agency, Instant at) {}

    History(LocalStack stack) {
        this.stack = stack;
        this.suite = Suite.of(stack);
        ask("client", each -> search("\"client\": \"%s\"".formatted(each.client())));
        ask("client with most accesses", each -> search("\"client\": \"%s\"".formatted(PastAccess.client(1))));
        ask("client, outside the home agency's basis",
                each -> search("\"client\": \"%s\", \"basis\": \"consent\"".formatted(each.client())));
        ask("actor, one day", each -> search("\"actor\": \"%s\", %s".formatted(each.actor(), day(each.at()))));
        ask("agency, refused", each -> search("\"agency\": \"%s\", \"outcome\": \"denied\"".formatted(each.agency())));
        ask("emergencies", each -> search("\"basis\": \"emergency\""));
        ask("operation, one day", each -> search("\"operation\": \"referral.list\", " + day(each.at())));
        ask("one access by its id", each -> Call.get(AUDITOR, "audit", "/v1/access-events/" + each.access()));
        ask("proof of an entry", each -> Call.get(AUDITOR, "audit", "/v1/log-entries/" + each.index() + "/proof"));
        ask("account, first page", each -> account(PastAccess.client(homeRank())));
        ask("account of most accesses, first page", each -> account(PastAccess.client(AGENCIES.size())));
    }

    private interface Question {
        Call of(Sample sample);
    }

    private void ask(String name, Question question) {
        questions.put(name, () -> question.of(samples.get(random.nextInt(samples.size()))));
    }

    /** As long as this is open the service does not see that the months are over. */
    private Connection keptOpen() throws SQLException {
        Connection open = stack.postgres().superuser("audit");
        open.setAutoCommit(false);
        try (Statement statement = open.createStatement()) {
            statement.execute("lock table log_month in share row exclusive mode");
        }
        return open;
    }

    /** Fills the log up to so many entries. */
    void fill(long entries) throws SQLException {
        long size = size();
        long missing = entries - size;
        SplittableRandom seeded = new SplittableRandom(size);
        AtomicLong sequence = new AtomicLong(lastSequence());
        long begin = System.nanoTime();
        try (Connection audit = stack.postgres().superuser("audit"); HistoryWriter writer = new HistoryWriter(audit)) {
            writer.open();
            writer.months(from, until);
            try (Connection open = keptOpen()) {
                new OfficeHours(from, until).forEach(missing,
                        at -> writer.add(PastAccess.next(sequence.incrementAndGet(), at, seeded, AGENCIES, entries)));
                writer.flush();
                open.rollback();
            }
            writer.closeMonths();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        run("vacuum (analyze) log_entry");
        System.out.printf("%,d entries added by COPY in %.0f s: %,.0f a second, with their tree%n", size() - size,
                seconds,
                (size() - size) / seconds);
    }

    /** Each question first some times by itself, then by two callers without pause. */
    void ask() throws SQLException, InterruptedException {
        samples = samples();
        size(size());
        System.out.println("\n| question | first " + FIRST_LOOKS
                + ": p50 | slowest | then: a second | p50 | p99 | errors |\n|---|---|---|---|---|---|---|");
        for (var question : questions.entrySet()) {
            Histogram first = first(question.getValue());
            Load.run(WORKERS, WARM_UP, () -> send(question.getValue()));
            String[] cells = Load.run(WORKERS, TIME, () -> send(question.getValue())).row().split("\\|");
            System.out.printf("| %s | %.1f ms | %.1f ms |%s|%s|%s|%s|%n", question.getKey(),
                    first.getValueAtPercentile(50) / 1000.0, first.getMaxValue() / 1000.0, cells[2], cells[3], cells[4],
                    cells[5]);
        }
        provedAccount();
    }

    private Histogram first(Supplier<Call> question) {
        Histogram times = new Histogram(Duration.ofMinutes(5).toNanos() / 1000, 3);
        for (int i = 0; i < FIRST_LOOKS; i++) {
            long begin = System.nanoTime();
            send(question);
            times.recordValue((System.nanoTime() - begin) / 1000);
        }
        return times;
    }

    /** The whole account of the client of the demo's agency with most accesses, and the proof of each of the last hundred lines. */
    private void provedAccount() {
        UUID client = PastAccess.client(AGENCIES.size());
        long begin = System.nanoTime();
        List<Long> lines = new ArrayList<>();
        String next = null;
        do {
            Reply page = suite.send(Call.post(OFFICER, "audit",
                    "/v1/disclosure-accounts?limit=100" + (next == null ? "" : "&cursor=" + next),
                    "{\"client\": \"%s\"}".formatted(client)));
            page.body().path("lines").forEach(line -> lines.add(line.path("entryIndex").asLong()));
            next = page.text("/next").isEmpty() ? null : page.text("/next");
        } while (next != null);
        long read = System.nanoTime();
        List<Long> proved = lines.subList(Math.max(0, lines.size() - 100), lines.size());
        proved.forEach(line -> send(() -> Call.get(AUDITOR, "audit", "/v1/log-entries/" + line + "/proof")));
        System.out.printf("%nWhole account of %,d lines in %.2f s; %d proofs, one after the other, in %.2f s%n",
                lines.size(),
                (read - begin) / 1e9, proved.size(), (System.nanoTime() - read) / 1e9);
    }

    private void send(Supplier<Call> question) {
        Call call = question.get();
        int status = suite.send(call).status();
        if (status != 200) {
            throw new StackException(call.path() + " was answered " + status + ": " + call.body());
        }
    }

    private static Call search(String filters) {
        return Call.post(AUDITOR, "audit", "/v1/access-events/search?limit=50", "{" + filters + "}");
    }

    private static Call account(UUID client) {
        return Call.post(OFFICER, "audit", "/v1/disclosure-accounts?limit=50",
                "{\"client\": \"%s\"}".formatted(client));
    }

    /** Of a client of the first agency. */
    private int homeRank() {
        return Math.max(1, PastAccess.rank(random, 1_000) / AGENCIES.size()) * AGENCIES.size();
    }

    private static String day(Instant at) {
        Instant begin = at.truncatedTo(ChronoUnit.DAYS);
        return "\"from\": \"%s\", \"to\": \"%s\"".formatted(begin, begin.plus(1, ChronoUnit.DAYS));
    }

    /** Entries drawn at random, so that whoever has more accesses is asked about more often. */
    private List<Sample> samples() throws SQLException {
        List<Sample> drawn = new ArrayList<>();
        long size = size();
        try (Connection audit = stack.postgres().superuser("audit"); PreparedStatement read = audit.prepareStatement("""
                select entry_index, access_id, client, actor, agency, at from log_entry
                 where entry_index = any (?) and source = ?""")) {
            read.setArray(1, audit.createArrayOf("bigint", random.longs(2_000, 0, size).boxed().toArray()));
            read.setString(2, PastAccess.SOURCE);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    drawn.add(new Sample(row.getLong(1), row.getObject(2, UUID.class), row.getObject(3, UUID.class),
                            row.getString(4), row.getObject(5, UUID.class), row.getTimestamp(6).toInstant()));
                }
            }
        }
        return drawn;
    }

    private void size(long entries) throws SQLException {
        try (Connection audit = stack.postgres().superuser("audit");
                Statement statement = audit.createStatement();
                ResultSet row = statement.executeQuery(
                        """
                        select sum(pg_table_size(partition::regclass)), sum(pg_indexes_size(partition::regclass)), count(*),
                               (select pg_total_relation_size('log_tile')) from log_month where removed_at is null""")) {
            row.next();
            System.out.printf("%,d entries in %d months: %d bytes each, %d of indexes, %d of tiles%n", entries,
                    row.getInt(3),
                    row.getLong(1) / entries, row.getLong(2) / entries, row.getLong(4) / entries);
        }
    }

    private long size() throws SQLException {
        return number("select size from log_head");
    }

    private long lastSequence() throws SQLException {
        return number("select coalesce(max(last_sequence), 0) from source_position where source = '" + PastAccess.SOURCE
                + "'");
    }

    private long number(String sql) throws SQLException {
        try (Connection audit = stack.postgres().superuser("audit");
                Statement statement = audit.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection audit = stack.postgres().superuser("audit"); Statement statement = audit.createStatement()) {
            statement.execute(sql);
        }
    }
}
