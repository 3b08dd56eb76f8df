package org.alongside.audit.accessevent;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.alongside.kit.testing.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

/**
 * What PostgreSQL does for each combination of filters on a filled log: it never reads the table from end to end, and it looks at few
 * entries beside those that it returns. Counts entries, not time. The log is filled in a transaction that is never committed.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchPlanTest {

    private static final int ENTRIES = 60_000;
    private static final int PAGE = 51;

    /** Few clients, actors, operations and agencies have most of the accesses; what is worth looking for is rare. */
    private static final String FILL = """
            insert into log_entry (entry_index, sequence, at, sealed_at, epoch, event_id, access_id, agency, client, home_agency,
                                   source, operation, action, kind, actor, parts, purpose, basis, outcome, entry, leaf_hash)
            select 1000000000 + i, i, t, t, 1, gen_random_uuid(), gen_random_uuid(), worker, md5('c' || c)::uuid, home,
                   '/alongside/' || (array['intake', 'planning', 'referral', 'audit'])[1 + i % 4],
                   'op.' || floor(40 * power(random(), 3)), 'R', 'worker', 'actor-' || floor(400 * power(random(), 2)), '{}',
                   case when i % 997 = 0 then 'ETREAT' else 'TREAT' end,
                   case when i % 997 = 0 then 'emergency' when i % 3 = 0 then 'consent' else 'home-agency' end,
                   case when i % 499 = 0 then 'denied' else 'allowed' end, '\\x00', decode(repeat('00', 32), 'hex')
              from (select i, timestamptz '2020-01-01' + i * interval '1 minute' as t,
                           md5('a' || floor(40 * power(random(), 2)))::uuid as worker,
                           md5('a' || floor(40 * power(random(), 2)))::uuid as home, floor(3000 * power(random(), 3)) as c
                      from generate_series(1, ENTRIES) i) as accesses""".replace("ENTRIES", Integer.toString(ENTRIES));

    private final Database database = new Database("audit");
    private Connection connection;
    private Statement statement;

    @BeforeAll
    void fill() throws SQLException {
        connection = database.superuser();
        connection.setAutoCommit(false);
        statement = connection.createStatement();
        statement.execute("select add_log_month('2020-01-01Z'), add_log_month('2020-02-01Z')");
        statement.execute("select setseed(0.25)");
        statement.execute(FILL);
        statement.execute("analyze log_entry");
        statement.execute("set local role audit_app");
        statement.execute("select set_config('alongside.access', gen_random_uuid()::text, true)");
    }

    @AfterAll
    void empty() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noCombinationReadsTheLogFromEndToEnd(boolean auditor) throws SQLException {
        for (String sample : List.of("i.sequence = 30000 - 30000 % 997", "i.sequence = 30001")) {
            List<String> row = sample(sample);
            seeAs(auditor ? "on" : "", row.get(2));
            List<String> filters = filters(row);
            for (int chosen = 0; chosen < 1 << filters.size(); chosen++) {
                int bits = chosen;
                String conditions = String.join(" and ", IntStream.range(0, filters.size())
                        .filter(i -> (bits >> i & 1) == 1).mapToObj(filters::get).toList());
                check(conditions.isEmpty() ? "true" : conditions, auditor ? null : row.get(2));
            }
        }
    }

    /** A search for one client is over when its entries are. */
    @Test
    void aClientCostsNoMoreThanTheClientsEntries() throws SQLException {
        String client = sample("i.sequence = 30001").get(0);
        seeAs("on", "");
        Plan plan = plan("client = '" + client + "' and purpose = 'PATRQT'", null);
        assertTrue(plan.visited() <= count("client = '" + client + "'"), plan.text());
    }

    private void check(String conditions, String ofAgency) throws SQLException {
        Plan plan = plan(conditions, ofAgency);
        assertFalse(plan.text().contains("Seq Scan on log_entry_2020"), conditions + "\n" + plan.text());
        assertTrue(plan.visited() <= ENTRIES / 4, conditions + "\n" + plan.text());
    }

    private void seeAs(String oversight, String agency) throws SQLException {
        statement.execute("select set_config('alongside.oversight', '" + oversight
                + "', true), set_config('alongside.agency', '" + agency + "', true)");
    }

    private List<String> sample(String which) throws SQLException {
        seeAs("on", "");
        try (ResultSet rows = statement.executeQuery(
                """
                select client, actor, agency, operation, purpose, basis, outcome, source, at
                  from (values (1)) as one, lateral (select * from log_entry i where i.entry_index >= 1000000000 and %s) as e"""
                        .formatted(which))) {
            rows.next();
            List<String> row = new ArrayList<>();
            for (int column = 1; column <= 9; column++) {
                row.add(rows.getString(column));
            }
            return row;
        }
    }

    private static List<String> filters(List<String> row) {
        List<String> columns = List.of("client", "actor", "agency", "operation", "purpose", "basis", "outcome",
                "source");
        List<String> filters = new ArrayList<>(IntStream.range(0, columns.size())
                .mapToObj(i -> columns.get(i) + " = '" + row.get(i) + "'").toList());
        filters.add("at >= timestamptz '" + row.get(8) + "' - interval '1 day' and at < timestamptz '" + row.get(8)
                + "' + interval '1 day'");
        return filters;
    }

    /** The statement of {@link AccessEventRepository#search}. */
    private Plan plan(String conditions, String ofAgency) throws SQLException {
        String own = ofAgency == null ? "" : " and (agency = '%1$s' or home_agency = '%1$s')".formatted(ofAgency);
        try (ResultSet rows = statement
                .executeQuery("explain (analyze, timing off, buffers off) select * from log_entry"
                        + " where entry_index < 2000000000" + own + " and " + conditions
                        + " order by at desc, entry_index desc fetch first " + PAGE + " rows only")) {
            StringBuilder text = new StringBuilder();
            while (rows.next()) {
                text.append(rows.getString(1)).append('\n');
            }
            return new Plan(text.toString());
        }
    }

    private long count(String conditions) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select count(*) from log_entry where " + conditions)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private record Plan(String text) {

        /** Entries that the scan of the table looked at: those that it passed on and those that it threw away. */
        long visited() {
            long visited = 0;
            boolean ofScan = false;
            for (String line : text.split("\n")) {
                if (line.contains("(actual rows=")) {
                    ofScan = line.contains(" on log_entry") && !line.contains("Bitmap Index Scan");
                    visited += ofScan ? number(line, "(actual rows=") : 0;
                } else if (ofScan && line.contains("Rows Removed by")) {
                    visited += number(line, ": ");
                }
            }
            return visited;
        }

        private static long number(String line, String before) {
            String rest = line.substring(line.indexOf(before) + before.length());
            return (long) Double.parseDouble(rest.split("[ )]")[0]);
        }
    }
}
