package org.alongside.audit.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.alongside.audit.Source;
import org.alongside.auditlog.LeafHash;
import org.alongside.auditlog.tile.Tile;
import org.alongside.auditlog.tile.TileEdge;
import org.alongside.auditlog.tile.TileName;
import org.alongside.auditlog.tree.TreeState;
import org.alongside.kit.testing.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class LogAppenderTest {

    private static final List<String> CHANGES = List.of("update log_entry set outcome = 'denied'",
            "update log_entry set entry = 'x' where entry_index = 0", "delete from log_entry", "truncate log_entry");

    @Inject
    LogAppender appender;

    @Inject
    ArrivalReader reader;

    private final Database database = new Database("audit");

    @Test
    void appendersAtTheSameTimeNeverInterleaveNorDouble() throws Exception {
        Source both = new Source();
        List<Arrival> same = arrivals(both, 1, 200);
        List<Callable<Appended>> work = new ArrayList<>();
        List<Source> others = IntStream.range(0, 8).mapToObj(i -> new Source()).toList();
        others.forEach(source -> work.add(() -> append(arrivals(source, 1, 100))));
        IntStream.range(0, 8).forEach(i -> work.add(() -> append(same)));

        List<Appended> results = atOnce(work);

        assertEquals(8 * 100 + 200, results.stream().mapToInt(each -> each.stored().size()).sum());
        assertEquals(7 * 200, results.stream().mapToInt(Appended::doubled).sum());
        assertEquals(200, both.logged(200).size());
        for (Source source : others) {
            assertEquals("1 100 99", database.strings("""
                    select concat_ws(' ', count(distinct entry_index - sequence), count(*),
                                     max(entry_index) - min(entry_index))
                      from log_entry where source = ?""", source.name()).get(0), "a batch lies in one piece");
        }
        assertDense();
    }

    @Test
    void nothingOfABatchThatFailsIsLeft() throws SQLException {
        Source source = new Source();
        database.run("alter table source_position add constraint no_such check (source <> '" + source.name() + "')");
        try {
            assertThrows(RuntimeException.class, () -> append(arrivals(source, 3, 5)));
        } finally {
            database.run("alter table source_position drop constraint no_such");
        }
        assertEquals(List.of(), source.logged(0));
        assertEquals(List.of(), database.strings("select found_at from log_gap where source = ?", source.name()));
        append(arrivals(source, 1, 5));
        assertEquals(5, source.logged(5).size());
        assertDense();
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit_app", "audit_system", "audit_owner", "postgres"})
    void nobodyChangesAnEntry(String login) {
        append(arrivals(new Source(), 1, 1));
        for (String change : CHANGES) {
            SQLException refusal = assertThrows(SQLException.class, () -> runAs(login, change));
            assertEquals("42501", refusal.getSQLState(), change + " as " + login + ": " + refusal.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit_app", "audit_system"})
    void theLoginsOfTheServiceMayNotEvenWithoutTheTrigger(String login) {
        for (String change : CHANGES) {
            SQLException refusal = assertThrows(SQLException.class,
                    () -> runAs(login, change, "alter table log_entry disable trigger append_only"), change);
            assertEquals("42501", refusal.getSQLState(), change + " as " + login + ": " + refusal.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit_app", "audit_system", "audit_owner"})
    void onlyTheAppenderAppends(String login) {
        SQLException refusal = assertThrows(SQLException.class, () -> runAs(login, """
                insert into log_entry select entry_index + 1000000, sequence, at, sealed_at, epoch, event_id, access_id, agency,
                    client, home_agency, basis_id, source, operation, action, kind, actor, parts, purpose, basis, outcome,
                    entry, leaf_hash from (select 0 as entry_index, 1 as sequence, now() as at, now() as sealed_at, 1 as epoch,
                    gen_random_uuid() as event_id, gen_random_uuid() as access_id, null::uuid as agency,
                    null::uuid as client, null::uuid as home_agency, null::uuid as basis_id, 's' as source, 'o' as operation,
                    'R' as action, 'worker' as kind, 'a' as actor, '{}'::text[] as parts, 'TREAT' as purpose,
                    null as basis, 'allowed' as outcome, ''::bytea as entry, sha256('') as leaf_hash) as forged"""));
        assertEquals("42501", refusal.getSQLState(), refusal.getMessage());
    }

    @Test
    void withoutAnAccessContextNobodyReadsAnEntry() throws SQLException {
        append(arrivals(new Source(), 1, 1));
        for (String login : List.of("audit_app", "audit_system", "audit_owner")) {
            assertEquals(0, database.countAs(login, null, "select count(*) from log_entry"), login);
        }
    }

    private Appended append(List<Arrival> arrivals) {
        return appender.append(new Batch(arrivals, List.of()));
    }

    private List<Arrival> arrivals(Source source, long from, long to) {
        return Arrivals.of(reader, source, from, to);
    }

    private static List<Appended> atOnce(List<Callable<Appended>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<Appended> results = new ArrayList<>();
            for (Future<Appended> each : threads.invokeAll(work)) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    /** @param before as the superuser, in the same transaction; nothing of it is left */
    private void runAs(String login, String sql, String... before) throws SQLException {
        try (var connection = database.superuser(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String preparation : before) {
                statement.execute(preparation);
            }
            statement.execute("set local role " + login);
            try {
                statement.execute(sql);
            } finally {
                connection.rollback();
            }
        }
    }

    /** The tree and all of its tiles are those that follow from the bytes of the entries. */
    static void assertSealed(Database database) {
        List<byte[]> leaves = database.strings("select encode(entry, 'hex') from log_entry order by entry_index")
                .stream()
                .map(HexFormat.of()::parseHex).map(LeafHash::of).toList();
        assertEquals(HexFormat.of().formatHex(TreeState.empty().append(leaves).bytes()),
                database.strings("select encode(tree, 'hex') from log_head").get(0));
        TileEdge edge = new TileEdge();
        List<Tile> tiles = new ArrayList<>();
        leaves.forEach(leaf -> edge.add(leaf, tiles::add));
        tiles.addAll(edge.partials());
        assertEquals(
                tiles.stream().map(tile -> tile.name() + " " + HexFormat.of().formatHex(tile.bytes())).sorted()
                        .toList(),
                database.strings(
                        "select level || ' ' || tile_index || ' ' || width || ' ' || encode(bytes, 'hex') from log_tile")
                        .stream().map(LogAppenderTest::named).sorted().toList());
    }

    private static String named(String row) {
        String[] parts = row.split(" ");
        return new TileName(Integer.parseInt(parts[0]), Long.parseLong(parts[1]), Integer.parseInt(parts[2])) + " "
                + parts[3];
    }

    private void assertDense() {
        assertEquals("t", database.strings("""
                select count(*) = max(entry_index) + 1 and min(entry_index) = 0
                   and count(*) = (select size from log_head) from log_entry""").get(0));
        assertSealed(database);
        assertTrue(database.strings("""
                select source from log_entry group by source, epoch, sequence having count(*) > 1""").isEmpty());
    }
}
