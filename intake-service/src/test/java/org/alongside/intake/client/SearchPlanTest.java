package org.alongside.intake.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.alongside.kit.testing.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

/**
 * What PostgreSQL reads for a page of a search where very many share a name: rows and look-ups, never times. The tables are filled in a
 * transaction that is never committed.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchPlanTest {

    private static final int PAGE = 51;
    private static final String FIRST = "'" + new UUID(0, 0) + "'";
    private static final UUID HOME = UUID.fromString("00000000-0000-4000-8000-0000000000a1");
    /** Holds 300 grants that are open, and 20,000 that are over. */
    private static final UUID RECIPIENT = UUID.fromString("00000000-0000-4000-8000-0000000000a2");
    /** Holds a grant for every client there is. */
    private static final UUID HUB = UUID.fromString("00000000-0000-4000-8000-0000000000a3");

    /** 60,000 clients of one agency: 20,000 share a family name, 20,000 a given name, 400 both; of a day of birth there are six. */
    private static final String CLIENTS = """
            insert into client (id, home_agency, identity, registered_at, changed_at, version)
            select ('00000000-0000-4000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, '%s', '\\x00', now(), now(), 0
              from generate_series(1000, 60999) i""".formatted(HOME);
    private static final String TOKENS = """
            insert into client_token (client_id, home_agency, kind, token)
            select c.id, c.home_agency, t.kind, decode(md5(t.value), 'hex')
              from (select id, home_agency, row_number() over (order by id) as n from client where home_agency = '%s') c,
                   lateral (values ('family-name', case when n %% 3 = 0 then 'common' else 'family ' || n end),
                                   ('given-names', case when n %% 150 = 0 or n %% 3 = 1 and n %% 150 <> 1 then 'common' else 'given ' || n end),
                                   ('date-of-birth', 'day ' || n %% 10000)) t (kind, value)""".formatted(HOME);
    private static final String GRANTS = """
            insert into access_grant (id, client_id, home_agency, grantee, parts, purposes, basis, basis_id, consent_id,
                                      valid_from, valid_until, revoked_at, version)
            select gen_random_uuid(), c.id, c.home_agency, g.grantee, '{identity}', '{TREAT}', 'consent', gen_random_uuid(),
                   gen_random_uuid(), now() - interval '1 day', now() + interval '1 day', g.revoked_at, 0
              from (select id, home_agency, row_number() over (order by id) as n from client where home_agency = '%s') c,
                   lateral (select '%s'::uuid as grantee, null::timestamptz as revoked_at
                            union all
                            select '%s', case when n %% 200 = 0 then null else now() end where n %% 3 = 0 or n %% 200 = 0) g"""
            .formatted(HOME, HUB, RECIPIENT);

    /** So far in this transaction: the entries that scans of indexes gave back, how often one was begun, and rows of whole tables. */
    private static final String VISITED = """
            select sum(pg_stat_get_xact_tuples_returned(c.oid) + case c.relkind when 'i' then pg_stat_get_xact_numscans(c.oid) else 0 end)
              from pg_class c left join pg_index i on i.indexrelid = c.oid
             where coalesce(i.indrelid, c.oid) in ('client'::regclass, 'client_token'::regclass, 'access_grant'::regclass)""";

    private final Database database = new Database("intake");
    private Connection connection;
    private Statement statement;

    @BeforeAll
    void fill() throws SQLException {
        connection = database.superuser();
        connection.setAutoCommit(false);
        statement = connection.createStatement();
        statement.execute(CLIENTS);
        statement.execute(TOKENS);
        statement.execute(GRANTS);
        statement.execute("analyze client, client_token, access_grant");
        statement.execute("set local role intake_app");
        statement.execute("select set_config('alongside.access', gen_random_uuid()::text, true)");
    }

    @AfterAll
    void empty() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
    void ofManyOwnClientsOfANameAPageIsRead(String planned) throws SQLException {
        Reading reading = own(planned, "family-name", "common");
        assertEquals(PAGE, reading.found());
        assertTrue(reading.visited() <= 4 * PAGE, reading.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
    void besideARareValueACommonOneCostsALookUpForEach(String planned) throws SQLException {
        Reading reading = own(planned, "date-of-birth", "day 300", "family-name", "common");
        assertEquals(2, reading.found(), "of the six of that day");
        assertTrue(reading.visited() <= PAGE, reading.toString());
    }

    /** One in fifty of those with the family name has the given name too. */
    @ParameterizedTest
    @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
    void ofTwoCommonValuesAsManyAreReadAsThePageNeeds(String planned) throws SQLException {
        Reading reading = own(planned, "family-name", "common", "given-names", "common");
        assertEquals(PAGE, reading.found());
        assertTrue(reading.visited() <= 4 * 50 * PAGE, reading.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
    void twoCommonValuesThatNobodyHasBothOfEndAtTheBound(String planned) throws SQLException {
        Reading reading = own(planned, "family-name", "common", "given-names", "given 2");
        assertEquals(1, reading.found(), "the last one looked at");
        assertTrue(reading.visited() <= 4 * ClientFinder.CANDIDATES, reading.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
    void whoHoldsFewGrantsReadsThese(String planned) throws SQLException {
        Reading reading = granted(planned, RECIPIENT, "common");
        assertEquals(PAGE, reading.found());
        assertTrue(reading.visited() <= 8 * 300, reading.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
    void whoHoldsVeryManyGrantsReadsUpToTheBound(String planned) throws SQLException {
        Reading rare = granted(planned, HUB, "family 59000");
        assertEquals(1, rare.found(), "the last one looked at");
        assertTrue(rare.visited() <= 6 * ClientFinder.CANDIDATES, rare.toString());
        Reading common = granted(planned, HUB, "common");
        assertEquals(PAGE, common.found());
        assertTrue(common.visited() <= 6 * ClientFinder.CANDIDATES, common.toString());
    }

    @Test
    void whoseClientsAreOpenIsAskedUpToTheBound() throws SQLException {
        seeAs(HUB);
        Reading reading = read("force_custom_plan", ClientFinder.GRANTING_AGENCIES, Map.of("last", FIRST));
        assertEquals(1, reading.found());
        assertTrue(reading.visited() <= 1.1 * ClientFinder.CANDIDATES, reading.toString());
    }

    @Test
    void whichValueIsTheRarerOneIsAskedNoFurtherThanItMatters() throws SQLException {
        seeAs(HOME);
        Reading reading = read("force_custom_plan", ClientFinder.SHARED_BY,
                Map.of("kind0", "'family-name'", "token0", token("common"), "last", FIRST));
        assertTrue(reading.visited() <= 1_100, reading.toString());
    }

    /** Whoever asked when the plan was made: it is kept, and used for all. */
    @ParameterizedTest
    @ValueSource(strings = {"client where id", "client_token where client_id"})
    void whetherThereIsAGrantIsLookedUpForTheClientAlone(String table) throws SQLException {
        String client = "'00000000-0000-4000-8000-000000002000'";
        statement.execute("set local plan_cache_mode = force_generic_plan");
        statement.execute("prepare reading (uuid) as select * from " + table + " = $1");
        try {
            seeAs(UUID.randomUUID());
            statement.execute("execute reading (" + client + ")");
            seeAs(HUB);
            long before = number(VISITED);
            statement.execute("execute reading (" + client + ")");
            assertTrue(number(VISITED) - before <= 20, () -> "read for one client of " + table);
        } finally {
            statement.execute("deallocate reading");
        }
    }

    private Reading own(String planned, String... kindsAndValues) throws SQLException {
        seeAs(HOME);
        Map<String, String> values = page();
        for (int i = 0; i < kindsAndValues.length / 2; i++) {
            values.put("kind" + i, "'" + kindsAndValues[2 * i] + "'");
            values.put("token" + i, token(kindsAndValues[2 * i + 1]));
        }
        return read(planned, ClientFinder.own(kindsAndValues.length / 2), values);
    }

    private Reading granted(String planned, UUID agency, String familyName) throws SQLException {
        seeAs(agency);
        Map<String, String> values = page();
        values.put("agencies", "array['" + HOME + "'::uuid]");
        values.put("kind0", "'family-name'");
        values.put("tokens0", "array[" + token(familyName) + "]");
        values.put("purpose", "'TREAT'");
        return read(planned, ClientFinder.granted(List.of(new Criterion(ClientToken.FAMILY_NAME, familyName))), values);
    }

    private void seeAs(UUID agency) throws SQLException {
        statement.execute("select set_config('alongside.agency', '" + agency + "', true)");
    }

    private static Map<String, String> page() {
        return new HashMap<>(Map.of("last", FIRST, "limit", Integer.toString(PAGE)));
    }

    private static String token(String value) {
        return "decode(md5('" + value + "'), 'hex')";
    }

    /** The statement as the service sends it, prepared, and what PostgreSQL counted of it. */
    private Reading read(String planned, String sql, Map<String, String> values) throws SQLException {
        List<String> names = List.copyOf(values.keySet());
        String prepared = sql;
        for (String name : names) {
            prepared = prepared.replaceAll(":" + name + "\\b", "\\$" + (names.indexOf(name) + 1));
        }
        statement.execute("set local plan_cache_mode = " + planned);
        statement.execute("prepare search as " + prepared);
        long before = number(VISITED);
        int found = 0;
        try (ResultSet rows = statement.executeQuery(
                "execute search (" + String.join(", ", names.stream().map(values::get).toList()) + ")")) {
            while (rows.next()) {
                found++;
            }
        } finally {
            statement.execute("deallocate search");
        }
        return new Reading(found, number(VISITED) - before);
    }

    private long number(String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** @param visited entries of indexes and rows read, those thrown away too, and look-ups, those that found nothing too */
    private record Reading(int found, long visited) {}
}
