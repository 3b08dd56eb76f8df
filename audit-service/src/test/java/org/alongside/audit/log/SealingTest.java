package org.alongside.audit.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.alongside.audit.Eventually;
import org.alongside.audit.Source;
import org.alongside.kit.testing.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

/** Whatever happens to a sealer, entries, tiles and tree stay those of one log. */
@QuarkusTest
class SealingTest {

    private static final int SEALERS = 4;
    private static final int BATCHES = 40;
    private static final int KILLS = 25;

    @Inject
    LogAppender appender;

    @Inject
    ArrivalReader reader;

    @Inject
    UnsealedEntries unsealed;

    private final Database database = new Database("audit");

    /** A trigger that ends the sealer's session, in place of a hook in the sealer. */
    @ParameterizedTest
    @ValueSource(strings = {"before insert on log_entry for each statement", "after insert on log_entry for each row",
            "before insert or update on source_position for each statement",
            "before insert or update on log_tile for each row", "after insert or update on log_tile for each statement",
            "before update on log_head for each row", "after update on log_head for each row",
            "constraint after update on log_head deferrable initially deferred for each row"})
    void aSealerKilledAtThisStepLeavesNothingAndTheNextOneGoesOn(String step) throws SQLException {
        Source source = new Source();
        append(source, 1, 3);
        killAt(step);
        try {
            assertThrows(Throwable.class, () -> append(source, 4, 300));
        } finally {
            database.run("drop function kill_sealer() cascade");
        }
        assertEquals(3, source.logged(3).size());
        Eventually.until(() -> tried(() -> append(source, 1, 300)));
        assertEquals(300, source.logged(300).size());
        LogAppenderTest.assertSealed(database);
    }

    @Test
    void sealersKilledAtRandomNeverForkNorLoseNorDouble() throws Exception {
        List<Source> sources = IntStream.range(0, SEALERS).mapToObj(i -> new Source()).toList();
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(SEALERS + 1);
        try {
            Future<Integer> killer = threads.submit(() -> killAtRandom(done));
            List<Callable<Void>> sealers = new ArrayList<>();
            sources.forEach(source -> sealers.add(() -> sealAll(source)));
            for (Future<Void> each : threads.invokeAll(sealers)) {
                each.get();
            }
            done.set(true);
            assertTrue(killer.get() > 0, "some sealer was killed");
        } finally {
            threads.shutdownNow();
        }
        for (Source source : sources) {
            assertEquals(BATCHES * 10, source.logged(BATCHES * 10).size());
        }
        LogAppenderTest.assertSealed(database);
    }

    @Test
    void entriesFromBeforeTheTreeAreSealedAsTheyLie() throws SQLException {
        append(new Source(), 1, 600);
        String sealed = database.strings("select encode(tree, 'hex') from log_head").get(0);
        database.run("delete from log_tile");
        database.run("update log_head set tree = decode('0000000000000000', 'hex')");
        append(new Source(), 1, 1);
        assertEquals("0000000000000000", database.strings("select encode(tree, 'hex') from log_head").get(0),
                "what comes behind unsealed entries waits for them");

        Eventually.until(() -> tried(() -> {
            while (unsealed.sealNext()) {
                continue;
            }
        }));

        assertFalse(unsealed.sealNext());
        LogAppenderTest.assertSealed(database);
        assertFalse(sealed.equals(database.strings("select encode(tree, 'hex') from log_head").get(0)));
    }

    private Void sealAll(Source source) {
        for (int batch = 0; batch < BATCHES; batch++) {
            long from = batch * 10L + 1;
            Eventually.until(() -> tried(() -> append(source, from, from + 9)));
        }
        return null;
    }

    private int killAtRandom(AtomicBoolean done) throws SQLException, InterruptedException {
        Random random = new Random(3);
        int killed = 0;
        for (int i = 0; i < KILLS && !done.get(); i++) {
            Thread.sleep(random.nextInt(30));
            killed += database.strings("""
                    select pg_terminate_backend(pid)
                      from pg_stat_activity where usename = 'audit_system' and state <> 'idle' limit 1""").size();
        }
        return killed;
    }

    private void killAt(String step) throws SQLException {
        String kind = step.startsWith("constraint ") ? "constraint trigger" : "trigger";
        try (Connection connection = database.superuser(); Statement statement = connection.createStatement()) {
            statement.execute("""
                    create function kill_sealer() returns trigger language plpgsql as $$
                    begin
                        perform pg_terminate_backend(pg_backend_pid());
                        return new;
                    end $$""");
            statement.execute("create " + kind + " kill_sealer " + step.replace("constraint ", "")
                    + " execute function kill_sealer()");
        }
    }

    private void append(Source source, long from, long to) {
        appender.append(new Batch(Arrivals.of(reader, source, from, to), List.of()));
    }

    /** The driver asserts that its connection lives, and tests run with assertions. */
    private static boolean tried(Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException | AssertionError killed) {
            return false;
        }
    }
}
