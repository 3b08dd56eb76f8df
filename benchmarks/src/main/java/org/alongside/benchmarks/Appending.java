package org.alongside.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import org.alongside.local.LocalStack;
import org.alongside.local.StackException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.postgresql.PGConnection;

/**
 * How fast the access log takes events from Kafka, how long they wait for a signed checkpoint at a steady rate, and how fast PostgreSQL
 * takes the same rows by COPY into a table of the same shape. The events stay in the log, which nothing is ever removed from: for a stack
 * that is reset afterwards.
 */
final class Appending {

    private static final int BURST = 200_000;
    private static final int[] RATES = {500, 1_000, 2_000, 5_000};
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int STEPS_A_SECOND = 50;

    private static final String LAG = """
            select count(*), percentile_cont(0.5) within group (order by lag), percentile_cont(0.99) within group (order by lag)
              from (select extract(epoch from (select min(signed_at) from log_checkpoint where size > entry_index) - at) * 1000 as lag
                      from log_entry where source = ?) lags""";

    private final LocalStack stack;

    Appending(LocalStack stack) {
        this.stack = stack;
    }

    void run() throws SQLException, IOException, InterruptedException {
        try (KafkaProducer<String, byte[]> producer = producer()) {
            burst(producer);
            System.out.println("\n| events/s | events | commit to checkpoint p50 | p99 |\n|---|---|---|---|");
            for (int rate : RATES) {
                steady(producer, rate);
            }
        }
    }

    private KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.kafka().bootstrapServers(), "acks", "all", "linger.ms",
                        5, "buffer.memory", 256L << 20),
                new StringSerializer(), new ByteArraySerializer());
    }

    /** As many at once as Kafka takes. */
    private void burst(KafkaProducer<String, byte[]> producer) throws SQLException, IOException, InterruptedException {
        AccessEvents events = new AccessEvents("burst-" + name(), 1);
        long begin = System.nanoTime();
        for (int i = 0; i < BURST; i++) {
            producer.send(events.next());
        }
        producer.flush();
        double sent = seconds(begin);
        await(events, BURST);
        double stored = seconds(begin);
        double copied = copy(events);
        System.out.printf("| events | sent to Kafka | sealed | events/s | COPY of the same rows | ratio |%n"
                + "|---|---|---|---|---|---|%n| %,d | %.1f s | %.1f s | %,.0f | %,.0f rows/s | %.2f |%n", BURST, sent,
                stored, BURST / stored, BURST / copied, copied / stored);
        size();
    }

    private void steady(KafkaProducer<String, byte[]> producer, int rate) throws SQLException, InterruptedException {
        AccessEvents events = new AccessEvents("steady-" + name(), rate);
        int each = rate / STEPS_A_SECOND;
        long steps = TIME.toSeconds() * STEPS_A_SECOND;
        long begin = System.nanoTime();
        for (long step = 0; step < steps; step++) {
            for (int i = 0; i < each; i++) {
                producer.send(events.next());
            }
            LockSupport.parkNanos(begin + (step + 1) * 1_000_000_000L / STEPS_A_SECOND - System.nanoTime());
        }
        await(events, (int) (steps * each));
        Thread.sleep(2_000);
        try (Connection audit = stack.postgres().superuser("audit");
                PreparedStatement lag = audit.prepareStatement(LAG)) {
            lag.setString(1, events.source());
            try (ResultSet row = lag.executeQuery()) {
                row.next();
                System.out.printf("| %,d | %,d | %.0f ms | %.0f ms |%n", rate, row.getLong(1), row.getDouble(2),
                        row.getDouble(3));
            }
        }
    }

    private void await(AccessEvents events, int count) throws SQLException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (Connection audit = stack.postgres().superuser("audit");
                PreparedStatement last = audit
                        .prepareStatement("select last_sequence from source_position where source = ?")) {
            last.setString(1, events.source());
            while (!arrived(last, count)) {
                if (System.nanoTime() > end) {
                    throw new StackException("The access log did not take " + count + " events within " + PATIENCE);
                }
                Thread.sleep(50);
            }
        }
    }

    private static boolean arrived(PreparedStatement last, int count) throws SQLException {
        try (ResultSet row = last.executeQuery()) {
            return row.next() && row.getLong(1) >= count;
        }
    }

    /** @return seconds that COPY took for the rows of the burst, from text, into a table with the indexes of the log */
    private double copy(AccessEvents events) throws SQLException, IOException {
        try (Connection audit = stack.postgres().superuser("audit"); Statement statement = audit.createStatement()) {
            statement.execute("create table copied_entry (like log_entry including all)");
            try {
                PGConnection connection = audit.unwrap(PGConnection.class);
                StringBuilder rows = new StringBuilder();
                var out = connection.getCopyAPI()
                        .copyOut("copy (select * from log_entry where source = '" + events.source() + "') to stdout");
                for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
                    rows.append(new String(row, UTF_8));
                }
                long begin = System.nanoTime();
                connection.getCopyAPI().copyIn("copy copied_entry from stdin", new StringReader(rows.toString()));
                return seconds(begin);
            } finally {
                statement.execute("drop table copied_entry");
            }
        }
    }

    private void size() throws SQLException {
        try (Connection audit = stack.postgres().superuser("audit");
                Statement statement = audit.createStatement();
                ResultSet row = statement.executeQuery("""
                        select m.bytes / h.size, m.index_bytes / h.size,
                               pg_total_relation_size('log_tile') / h.size, h.size
                          from log_head h, (select sum(pg_table_size(partition::regclass))::bigint as bytes,
                                                   sum(pg_indexes_size(partition::regclass))::bigint as index_bytes
                                              from log_month where removed_at is null) m""")) {
            row.next();
            System.out.printf("%nWith %,d entries: %d bytes an entry, %d of its indexes, %d of tiles%n", row.getLong(4),
                    row.getLong(1), row.getLong(2), row.getLong(3));
        }
    }

    private static String name() {
        return Long.toString(System.currentTimeMillis(), 36).replaceAll("[^a-z]", "x");
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
