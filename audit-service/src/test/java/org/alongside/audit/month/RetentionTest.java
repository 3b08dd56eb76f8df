package org.alongside.audit.month;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesRegex;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

import jakarta.inject.Inject;

import org.alongside.audit.Eventually;
import org.alongside.audit.Source;
import org.alongside.auditlog.LeafHash;
import org.alongside.auditlog.note.Checkpoint;
import org.alongside.auditlog.note.SignedNote;
import org.alongside.auditlog.note.Trust;
import org.alongside.auditlog.proof.ProofBundle;
import org.alongside.auditlog.tile.EntryBundle;
import org.alongside.auditlog.tile.HttpLog;
import org.alongside.auditlog.verify.Finding;
import org.alongside.auditlog.verify.LogVerifier;
import org.alongside.auditlog.verify.Report;
import org.alongside.auditlog.verify.TiledSource;
import org.alongside.kit.caller.Role;
import org.alongside.kit.event.Event;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

/** Months of the log: made ahead, removed when their time is over and nothing of them is held. On a database of its own. */
@QuarkusTest
@TestProfile(RetentionTest.OwnDatabase.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RetentionTest {

    /** Begins the service anew, and its database with it. */
    public static class OwnDatabase implements QuarkusTestProfile {}

    private static final int FIRST_MONTH = 600;
    private static final int OLD = 1_600;

    @Inject
    LogMonths months;

    private final Database database = new Database("audit");
    private final Source source = new Source();
    private final UUID client = UUID.randomUUID();
    private final UUID laterClient = UUID.randomUUID();
    private final String auditor = Tokens.token(Tokens.OVERSIGHT, Role.AUDITOR);
    private final String officer = Tokens.token(Tokens.HOUSING, Role.PRIVACY_OFFICER);

    /** The first, since the oldest entries of a log are its first ones. */
    @Test
    @Order(1)
    void aMonthGoesWhenItsTimeIsOverAndNothingOfItIsHeld() throws Exception {
        UUID receipt = versionSeven(Instant.parse("2019-01-15T00:00:00Z"));
        oldEntries(receipt);
        String proved = proof(FIRST_MONTH + 7);
        status(receipt, "sealed");
        byte[] kept = Base64.getDecoder().decode(entryProof(7).getString("entry"));
        String hold = hold();
        console().body(allOf(containsString("One hold is in force"), containsString("<td>not due</td><td>no</td>")));

        noIndexIsGivenTwice();
        aHoldMeansWhatIsTrueOfAllThatItNames();
        byItsOwnTimeNothingIsOver();
        due();
        console().body(matchesRegex("(?s).*>2019-01</time></th><td><time datetime=[^<]*</time></td><td>no</td>.*"));
        assertFalse(months.removeOldest(), "an access of the client is held");
        release(hold);
        assertEquals(1, removedAtOnce());

        assertEquals(List.of("0 600"), database.strings(
                """
                select first_index || ' ' || end_index from log_month where begins = '2019-01-01Z' and removed_at is not null"""));
        assertEquals(List.of("600"), database.strings("select min(entry_index) from log_entry"));
        given().auth().oauth2(auditor).get("/v1/log-status").then().statusCode(200)
                .body("months.find { it.begins == '2019-01-01T00:00:00Z' }.lastEntryIndex", equalTo(FIRST_MONTH - 1));
        theConsoleShowsIt();
        whoKeptAnEntryStillProvesIt(kept);
        anExportGoesOnBehindAnEntryThatWasRemoved();
        assertEquals(proved, proof(FIRST_MONTH + 7), "the proof is the same as before");
        status(receipt, "removed");
        status(versionSeven(Instant.parse("2019-04-15T00:00:00Z")), "missing");
        assertSound();
        account("application/json").body("keptFrom", equalTo("2019-02-01T00:00:00Z")).body("lines", hasSize(1));
        account("text/html").body(containsString("is no longer known"));
        Eventually.until(() -> database
                .strings("select convert_from(entry, 'UTF8') from log_entry where operation = 'system.retention'")
                .stream().anyMatch(entry -> entry.contains("log-month-removed") && entry.contains("\"version\":600")));

        due();
        assertTrue(months.removeOldest(), "February 2019 has no entries");
        due();
        aHoldThatIsBeingPlacedIsWaitedFor();
    }

    /** A clock that runs ahead removes nothing: the time of the log does not follow it. */
    private void byItsOwnTimeNothingIsOver() throws SQLException {
        String latest = latest();
        database.run("update log_head set latest = '2025-01-31Z'");
        assertFalse(months.removeOldest());
        database.run("update log_head set latest = cast(? as timestamptz)", latest);
        assertEquals(List.of(), database.strings("select 1 from log_month where due_since is not null"));
    }

    /** Two weeks later, and only if the month was seen to be due all the time. */
    private void due() throws SQLException {
        assertFalse(months.removeOldest(), "it is only marked");
        assertFalse(months.removeOldest(), "it waits");
        database.run(
                "update log_month set due_since = now() + interval '1 year' where due_since is not null and removed_at is null");
        assertFalse(months.removeOldest(), "the clock was wrong");
        assertFalse(months.removeOldest(), "it is marked anew");
        database.run("update log_month set due_since = due_since - interval '15 days' where removed_at is null");
    }

    /** The removal waits for a hold that is on its way, and then sees it. */
    private void aHoldThatIsBeingPlacedIsWaitedFor() throws SQLException {
        try (Connection placing = database.superuser(); Statement statement = placing.createStatement()) {
            placing.setAutoCommit(false);
            statement.execute(
                    """
                    insert into legal_hold (id, agency, every_agency, actor, accessed_from, reference, placed_by, placed_at, version)
                    values (gen_random_uuid(), gen_random_uuid(), true, 'of-march', '2019-02-01Z', 'x', 'x', now(), 0)""");
            assertThrows(RuntimeException.class, months::removeOldest);
            placing.commit();
        }
        assertFalse(months.removeOldest(), "the actor is held");
        database.run("update legal_hold set released_at = now(), released_by = 'x' where actor = 'of-march'");
        database.run("update alert_cursor set next_index = 700");
        assertFalse(months.removeOldest(), "the rules of the alerts have not read it");
        database.run("update alert_cursor set next_index = (select size from log_head)");
        assertTrue(months.removeOldest());
    }

    @Test
    void monthsAreMadeAhead() {
        months.addAhead();
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        for (int ahead = 0; ahead <= 3; ahead++) {
            assertEquals(List.of("1"), database.strings("select count(*) from log_month where begins <= ? and ends > ?",
                    now.plusMonths(ahead).withDayOfMonth(1), now.plusMonths(ahead).withDayOfMonth(1)));
        }
    }

    /** A clock that is wrong by decades must not make the log lose or set aside anything. */
    @Test
    void withoutAMonthEntriesWait() throws Exception {
        String latest = latest();
        database.run("update log_head set latest = '2199-05-05Z'");
        source.send(1, 2);
        Thread.sleep(500);
        assertEquals(List.of(), database.strings("select 1 from log_entry where source = ?", source.name()));
        database.run("update log_head set latest = cast(? as timestamptz)", latest);
        assertEquals(List.of("1", "2"), source.logged(2));
        assertEquals(List.of(), database.strings("select id from dead_letter"));
    }

    @Test
    void theTimeOfSealingNeverGoesBack() throws Exception {
        String ahead = Instant.now().plusSeconds(5).toString();
        database.run("update log_head set latest = cast(? as timestamptz)", ahead);
        source.send(1);
        source.logged(1);
        assertEquals(List.of("t"), database.strings(
                "select sealed_at >= cast(? as timestamptz) from log_entry where source = ?", ahead, source.name()));
    }

    /** A wrong clock is likelier than a log in which nothing happened for 40 days. */
    @Test
    void afterALongSilenceEntriesWaitUntilTheOwnerSaysThatTheClockIsRight() throws Exception {
        database.run("update log_head set latest = now() - interval '40 days'");
        double waits = waits();
        source.send(1, 2);
        Eventually.until(() -> waits() > waits);
        assertEquals(List.of(), database.strings("select 1 from log_entry where source = ?", source.name()));
        sealing().body("state", equalTo("silent"));

        asOwner("select set_sealing_time(null, now())");

        assertEquals(List.of("1", "2"), source.logged(2));
        sealing().body("state", equalTo("in-time"));
        assertEquals(List.of(), database.strings("select id from dead_letter"));
    }

    @Test
    void whatWasSealedAheadOfTimeIsCorrectedByTheOwner() throws Exception {
        months.addAhead();
        database.run("update log_head set latest = now() + interval '40 days'");
        source.send(1);
        source.logged(1);
        sealing().body("state", equalTo("ahead"));
        String first = database.strings("select min(entry_index) from log_entry where sealed_at > now()").get(0);
        String entries = "select md5(string_agg(entry_index || encode(entry, 'hex'), '' order by entry_index)) from log_entry where entry_index <= "
                + first;
        List<String> before = database.strings(entries);
        for (String wrong : List.of(first + ", now() + interval '1 minute'", first + ", '2018-01-01Z'", "-1, now()",
                "99999999, now()", "null, null")) {
            assertEquals("22023", assertThrows(SQLException.class,
                    () -> asOwner("select set_sealing_time(" + wrong + ")")).getSQLState());
        }

        // by the wrong clock the present month was over
        String present = database.strings(
                """
                update log_month set first_index = 0, end_index = %s where begins <= now() and ends > now() returning partition"""
                        .formatted(first))
                .get(0);
        database.run("alter table " + present + " drop constraint if exists bounds");
        database.run("alter table " + present + " add constraint bounds check (entry_index < " + first + ") not valid");
        asOwner("select set_sealing_time(null, now())");
        assertEquals(List.of(), database.strings(
                "select 1 from log_month where partition = ? and end_index is not null", present));

        source.send(2);
        source.logged(2);
        assertEquals(List.of("0"),
                database.strings("select count(*) from log_entry where sealed_at > clock_timestamp()"));
        assertEquals(before, database.strings(entries), "only the time of sealing has changed");
        sealing().body("state", equalTo("in-time"));
        assertThrows(SQLException.class, () -> database.run("delete from log_entry"));
        assertEquals(0, database.countAs("audit_owner", null, "select count(*) from log_entry"));
    }

    /** As old as they seem they would be removed. */
    @Test
    void whatSeemsToBeOlderThanAYearIsNotTakenForItWithoutBeingAsked() throws SQLException {
        source.send(1);
        source.logged(1);
        try (Connection asking = database.superuser(); Statement statement = asking.createStatement()) {
            asking.setAutoCommit(false);
            statement.execute("update log_head set latest = now() - interval '2 years'");
            SQLException refused = assertThrows(SQLException.class,
                    () -> statement.execute("select set_sealing_time(null, now())"));
            assertEquals("22023", refused.getSQLState());
            assertTrue(refused.getMessage().contains("give the size of the log"), refused.getMessage());
            asking.rollback();
        }
    }

    @ParameterizedTest
    @CsvSource({"audit_app, 'select set_sealing_time(0, now())', 42501",
            "audit_system, 'select set_sealing_time(0, now())', 42501",
            "audit_app, select remove_oldest_log_month('6 years'), 42501",
            "audit_system, select remove_oldest_log_month('6 years'), 42501",
            "audit_owner, select remove_oldest_log_month('6 years'), 42501",
            "postgres, select remove_oldest_log_month('1 day'), 22023",
            "audit_app, select add_log_month(now()), 42501",
            "audit_system, select 1 from log_month_now, 42501", "audit_app, select 1 from log_month_now, 42501",
            "audit_owner, delete from log_month_now, 42501",
            "postgres, update log_month_now set outcome = 'denied', 42501",
            "postgres, truncate log_month_now, 42501", "postgres, delete from log_month, 42501",
            "audit_system, update log_month set removed_at = now(), 42501"})
    void nobodyGoesPastTheRules(String login, String sql, String state) throws SQLException {
        String present = database.strings("select partition from log_month where begins <= now() and ends > now()")
                .get(0);
        try (Connection connection = database.superuser(); Statement statement = connection.createStatement()) {
            statement.execute("set role " + login);
            SQLException refused = assertThrows(SQLException.class,
                    () -> statement.execute(sql.replace("log_month_now", present)));
            assertEquals(state, refused.getSQLState(), refused.getMessage());
        }
    }

    /** The settings of a session are anybody's: they open no more than a year. */
    @Test
    void aLoginThatCallsItselfTheJobRemovesNothingYoungerThanAYear() throws SQLException {
        try (Connection connection = database.superuser(); Statement statement = connection.createStatement()) {
            statement.execute("set role audit_system");
            statement.execute("set alongside.job = 'retention'");
            SQLException refused = assertThrows(SQLException.class,
                    () -> statement.execute("select remove_oldest_log_month('11 months')"));
            assertEquals("22023", refused.getSQLState());
        }
    }

    @Test
    void theOwnerSeesNoEntryOfAMonth() throws SQLException {
        source.send(1);
        source.logged(1);
        String present = database.strings("select partition from log_month where begins <= now() and ends > now()")
                .get(0);
        assertEquals(0, database.countAs("audit_owner", null, "select count(*) from " + present));
        assertEquals(List.of(), database.strings(
                "select relname from pg_class where relkind in ('r', 'p') and relrowsecurity and not relforcerowsecurity"));
    }

    /** Entries of January and March 2019, sealed when they were accessed, the first of them the client's. */
    private void oldEntries(UUID access) throws Exception {
        Source.sendAll(LongStream.rangeClosed(1, OLD).mapToObj(sequence -> old(sequence, access)).toList());
        source.logged(OLD);
        assertEquals(List.of("t"),
                database.strings("select min(entry_index) = 0 and max(entry_index) = ? from log_entry"
                        + " where source = ?", OLD - 1, source.name()),
                "nobody else came before");
        Eventually.until(() -> size() >= OLD);
        for (String month : List.of("2019-01-01Z", "2019-02-01Z", "2019-03-01Z")) {
            database.run("select add_log_month(cast(? as timestamptz))", month);
        }
        database.run("alter table log_entry disable trigger append_only");
        database.run("""
                update log_entry set sealed_at = case when entry_index < ? then at else at + interval '1 month' end
                 where source = ?""", FIRST_MONTH, source.name());
        database.run("alter table log_entry enable trigger append_only");
        database.run("update alert_cursor set next_index = (select size from log_head)");
    }

    private Event old(long sequence, UUID access) {
        String at = sequence <= FIRST_MONTH ? "2019-01-15T00:00:00Z" : "2019-02-15T00:00:00Z";
        if (sequence == FIRST_MONTH + 100) {
            return source.event(sequence,
                    source.payload(Map.of("at", at, "client", laterClient, "home", Tokens.HOUSING, "agency",
                            Tokens.LEGAL_AID, "basis", "consent")));
        }
        Map<String, Object> members = sequence == 300
                ? Map.of("at", at, "client", client, "home", Tokens.HOUSING, "agency", Tokens.LEGAL_AID, "access",
                        access,
                        "basis", "consent")
                : Map.of("at", at, "actor", sequence <= FIRST_MONTH ? "of-january" : "of-march");
        return source.event(sequence, source.payload(members));
    }

    private String latest() {
        return database.strings("select latest from log_head").get(0);
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection connection = database.superuser(); Statement statement = connection.createStatement()) {
            statement.execute("set role audit_owner");
            statement.execute(sql);
        }
    }

    /** Tries to append that had to wait. */
    private static double waits() {
        return given().get("/q/metrics").then().statusCode(200).extract().asString().lines()
                .filter(line -> line.startsWith("access_log_waits_total")).map(line -> line.replaceAll(".* ", ""))
                .mapToDouble(Double::parseDouble).sum();
    }

    private ValidatableResponse sealing() {
        return given().auth().oauth2(auditor).get("/v1/log-status").then().statusCode(200).rootPath("sealing");
    }

    private String hold() {
        return given().auth().oauth2(officer).contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"client\": \"" + client + "\", \"reference\": \"3-C-17/26\"}").post("/v1/legal-holds").then()
                .statusCode(201).extract().header("Location");
    }

    private ValidatableResponse account(String type) {
        return given().auth().oauth2(officer).contentType("application/json").accept(type)
                .body("{\"client\": \"" + laterClient + "\"}").post("/v1/disclosure-accounts").then().statusCode(200);
    }

    private void release(String hold) {
        given().auth().oauth2(officer).header("If-Match", "\"0\"").post(hold + "/release").then().statusCode(200);
    }

    private void status(UUID access, String status) {
        given().auth().oauth2(officer).get("/v1/access-receipts/" + access).then().statusCode(200)
                .body("status", equalTo(status));
    }

    /** Not even by who writes past the service, and its lock. */
    private void noIndexIsGivenTwice() throws SQLException {
        boundAll();
        boundAll();
        assertEquals(List.of("2019-01 0 600", "2019-02", "2019-03 600 1600"), database.strings("""
                select concat_ws(' ', to_char(begins at time zone 'UTC', 'YYYY-MM'), first_index, end_index)
                  from log_month where begins < '2020-01-01Z' order by begins"""));
        String copy = """
                insert into log_entry select (jsonb_populate_record(e, '{"entry_index": %s, "sealed_at": "%s"}')).*
                                        from log_entry e where entry_index = 7""";
        String now = Instant.now().toString();
        for (String twice : List.of(copy.formatted(7, "2019-03-05Z"), copy.formatted(1_000, "2019-01-05Z"),
                copy.formatted(1_599, now))) {
            SQLException refused = assertThrows(SQLException.class, () -> database.run(twice));
            assertEquals("23514", refused.getSQLState(), refused.getMessage());
        }
    }

    private void boundAll() {
        boolean more = true;
        while (more) {
            more = months.boundOldest();
        }
    }

    private void aHoldMeansWhatIsTrueOfAllThatItNames() throws SQLException {
        String all = "gen_random_uuid(), true";
        String of = "'%s', null, null, null";
        String actor = "null, '%s', %s, %s";
        String day = "'2019-01-15Z'";
        assertTrue(isHeld(all, of.formatted(client)));
        assertTrue(isHeld("'" + Tokens.HOUSING + "', false", of.formatted(client)), "the home agency's client");
        assertTrue(isHeld("'" + Tokens.LEGAL_AID + "', false", of.formatted(client)), "its worker was it");
        assertFalse(isHeld("gen_random_uuid(), false", of.formatted(client)), "a stranger's hold");
        assertFalse(isHeld("gen_random_uuid(), false", actor.formatted("of-january", "null", "null")));
        assertFalse(isHeld(all, of.formatted(laterClient)), "of March");
        assertFalse(isHeld(all, "'" + client + "', 'of-january', null, null"), "it was somebody else");
        assertTrue(isHeld(all, actor.formatted("of-january", "null", "null")));
        assertFalse(isHeld(all, actor.formatted("of-march", "null", "null")));
        assertTrue(isHeld(all, actor.formatted("of-january", day, "'2019-01-15 00:00:00.000001Z'")));
        assertFalse(isHeld(all, actor.formatted("of-january", "'2019-01-15 00:00:00.000001Z'", "null")));
        assertFalse(isHeld(all, actor.formatted("of-january", "null", day)), "the end is not meant");
        assertFalse(isHeld(all, actor.formatted("of-march", day, "null")));
        assertTrue(isHeld(all, "null, null, " + day + ", null"));
        assertFalse(isHeld(all, "null, null, '2019-01-16Z', '2019-01-17Z'"));
        // what is left of January names the client of March, in an attempt that was refused, and no home agency
        String refused = "update log_entry_2019_01 set home_agency = null, agency = gen_random_uuid(), outcome = 'not-visible', client = '"
                + laterClient + "'";
        assertTrue(isHeld("'" + Tokens.HOUSING + "', false", of.formatted(laterClient), refused), "to its client");
        assertFalse(isHeld("'" + Tokens.LEGAL_AID + "', false", of.formatted(laterClient), refused));
    }

    /**
     * Whether a hold keeps January.
     *
     * @param holder agency, and whether of every one
     * @param what   client, actor, from, to
     */
    private boolean isHeld(String holder, String what) throws SQLException {
        return isHeld(holder, what, "select 1");
    }

    private boolean isHeld(String holder, String what, String change) throws SQLException {
        try (Connection placing = database.superuser(); Statement statement = placing.createStatement()) {
            placing.setAutoCommit(false);
            statement.execute("update legal_hold set released_at = now(), released_by = 'x' where released_at is null");
            statement.execute("alter table log_entry_2019_01 disable trigger append_only");
            statement.execute(change);
            statement.execute("""
                    insert into legal_hold (id, agency, every_agency, client, actor, accessed_from, accessed_to, reference, placed_by,
                                            placed_at, version)
                    values (gen_random_uuid(), %s, %s, 'x', 'x', now(), 0)""".formatted(holder, what));
            try (ResultSet held = statement.executeQuery("select is_held('log_entry_2019_01')")) {
                held.next();
                return held.getBoolean(1);
            } finally {
                placing.rollback();
            }
        }
    }

    /** How often the month goes when several instances look at the same time. */
    private long removedAtOnce() throws Exception {
        ExecutorService instances = Executors.newFixedThreadPool(4);
        try {
            long removed = 0;
            for (Future<Boolean> each : instances
                    .invokeAll(Collections.<Callable<Boolean>>nCopies(4, months::removeOldest))) {
                removed += each.get() ? 1 : 0;
            }
            return removed;
        } finally {
            instances.shutdownNow();
        }
    }

    private void theConsoleShowsIt() {
        console().body(allOf(containsString("0 holds are in force"), matchesRegex(
                "(?s).*>2019-01</time></th><td>.{60,120}</td><td><time datetime=[^<]*</time></td><td>600 \\(0–599\\)</td>.*"),
                matchesRegex("(?s).*>2019-02<.*>2019-01<.*")));
    }

    private ValidatableResponse console() {
        return given().auth().oauth2(auditor).get("/console/log").then().statusCode(200);
    }

    private void whoKeptAnEntryStillProvesIt(byte[] entry) throws Exception {
        JsonPath proof = entryProof(7);
        assertNull(proof.getString("entry"));
        assertEquals(Base64.getEncoder().encodeToString(LeafHash.of(entry)), proof.getString("leafHash"));
        byte[] text = given().auth().oauth2(officer).accept("text/plain").get("/v1/log-entries/7/proof").then()
                .statusCode(200).extract().asByteArray();
        assertTrue(ProofBundle.parse(text).verify(entry, trust()).size() > 7);
        given().get("/v1/log-entries/7/proof").then().statusCode(401);
        given().auth().oauth2(auditor).get("/console/entries/7").then().statusCode(404);
    }

    /** At its place, which only the caller knows any more. */
    private void anExportGoesOnBehindAnEntryThatWasRemoved() {
        String after = ", \"logSize\": " + OLD + ", \"after\": " + (FIRST_MONTH - 1);
        export(after).statusCode(400).body("violations[0].field", equalTo("/afterAt"));
        for (String never : List.of("1969-12-31T23:59:59Z", "+10000-01-01T00:00:00Z")) {
            export(after + ", \"afterAt\": \"" + never + "\"").statusCode(400).body("violations[0].field",
                    equalTo("/afterAt"));
        }
        assertEquals(LongStream.rangeClosed(FIRST_MONTH + 1, OLD).boxed().toList(),
                sequences(after + ", \"afterAt\": \"2019-01-15T00:00:00Z\""));
        assertEquals(List.of((long) OLD), sequences(", \"logSize\": " + OLD + ", \"after\": " + (OLD - 2)
                + ", \"afterAt\": \"2099-01-01T00:00:00Z\""), "the place of an entry that is there is known");
        assertEquals(List.of(), sequences(after + ", \"afterAt\": \"2019-02-15T00:00:00.000001Z\""));
    }

    private List<Long> sequences(String more) {
        return export(more).statusCode(200).extract().asString().lines().map(JsonPath::from)
                .filter(line -> line.get("sequence") != null).map(line -> line.getLong("sequence")).toList();
    }

    private ValidatableResponse export(String more) {
        return given().auth().oauth2(auditor).contentType("application/json")
                .body("{\"format\": \"ndjson\", \"query\": {\"source\": \"" + source.name() + "\"}" + more + "}")
                .post("/v1/access-events/export").then();
    }

    private JsonPath entryProof(long index) {
        return given().auth().oauth2(auditor).get("/v1/log-entries/" + index + "/proof").then().statusCode(200)
                .extract().jsonPath();
    }

    private static Trust trust() throws IOException {
        return Trust.parse(given().get("/v1/log/trust").then().statusCode(200).extract().asString());
    }

    /** The hashes of the proof for a tree of the size that the log had when all were old. */
    private String proof(long index) {
        JsonPath proof = entryProof(index);
        return proof.getString("leafHash") + proof.<String>getList("path").subList(0, 8);
    }

    private void assertSound() throws Exception {
        HttpLog log = new HttpLog(URI.create("http://localhost:" + RestAssured.port + "/v1/log"), () -> auditor);
        LogVerifier verifier = new LogVerifier(trust(), List.of(), 2);
        Checkpoint kept = Checkpoint.parse(SignedNote.parse(database
                .strings("select note from log_checkpoint where size >= 768 order by size limit 1").get(0)
                .getBytes(UTF_8)).text());

        Report report = verifier.allowingRemoved(kept).verify(new TiledSource(log));
        assertEquals(List.of(), report.findings());
        assertEquals(FIRST_MONTH, report.removed(), "each entry that is kept is verified");

        given().auth().oauth2(auditor).get("/v1/log/tile/entries/002").then().statusCode(404);
        for (String path : List.of("kept/entries/001", "kept/entries/003", "kept/entries/002.p/88", "kept/entries/x")) {
            given().auth().oauth2(auditor).get("/v1/log/" + path).then().statusCode(404);
        }
        assertEquals(768 - FIRST_MONTH, EntryBundle.parse(bundle("002")).entries().size());
        assertEquals(1, EntryBundle.parse(bundle("002.p/89")).entries().size(), "as the bundle was of a log of 601");
        given().auth().oauth2(officer).get("/v1/log/kept/entries/002").then().statusCode(403);
        given().get("/v1/log/kept/entries/002").then().statusCode(401);

        Report strict = verifier.verify(new TiledSource(log));
        assertEquals(List.of(Finding.Kind.NUMBER), strict.findings().stream().map(Finding::kind).toList());
    }

    private byte[] bundle(String kept) {
        return given().auth().oauth2(auditor).get("/v1/log/kept/entries/" + kept).then().statusCode(200).extract()
                .asByteArray();
    }

    private static long size() {
        byte[] note = given().get("/v1/log/checkpoint").then().extract().asByteArray();
        return note.length == 0 ? 0 : Checkpoint.parse(SignedNote.parse(note).text()).size();
    }

    private static UUID versionSeven(Instant time) {
        UUID random = UUID.randomUUID();
        return new UUID(time.toEpochMilli() << 16 | 0x7000 | random.getMostSignificantBits() & 0xFFF,
                random.getLeastSignificantBits());
    }
}
