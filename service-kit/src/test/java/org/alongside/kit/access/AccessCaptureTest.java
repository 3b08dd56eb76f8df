package org.alongside.kit.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** The capture over real HTTP and a real database: nothing leaves that the log does not hold, and forgetting is an error. */
@QuarkusTest
class AccessCaptureTest {

    private static final String SECRET = "the label of a thing";

    @Inject
    ThingCounter counter;

    private final Database database = new Database("kit");
    private final UUID thing = UUID.randomUUID();
    private final UUID client = UUID.randomUUID();
    private final String caseWorker = Tokens.token(Tokens.FAMILY_SERVICES, Role.CASE_WORKER);

    @BeforeEach
    void aThingOfFamilyServices() throws SQLException {
        database.run("insert into thing values (?, ?, ?, ?, 0)", thing, client, Tokens.FAMILY_SERVICES, SECRET);
    }

    @AfterEach
    void healTheStore() throws SQLException {
        database.run("grant insert on outbox to kit_app");
    }

    @Test
    void aReadIsCommittedAsOneAccessEventAndNamedToTheCaller() {
        String accessId = get(caseWorker, "").statusCode(200).body("label", equalTo(SECRET)).extract()
                .header("Alongside-Access-Id");
        List<String> events = eventsOf(accessId);
        assertEquals(1, events.size());
        String event = events.get(0);
        assertTrue(event.contains("\"op\":\"thing.read\""), event);
        assertTrue(event.contains("\"client\":\"" + client + "\""), event);
        assertTrue(event.contains("\"basis\":\"home-agency\""), event);
        assertTrue(event.contains("\"roles\":[\"case-worker\"]"), event);
        assertTrue(event.contains("\"outcome\":\"allowed\""), event);
        assertTrue(event.contains("\"parts\":[\"identity\",\"contact\"]"), event);
        assertTrue(event.contains("{\"type\":\"thing\",\"id\":\"" + thing + "\",\"version\":0}"), event);
        assertTrue(!event.contains(SECRET), event);
    }

    @Test
    void aWriteIsRecordedWithTheVersionItMade() {
        String accessId = given().auth().oauth2(caseWorker).post("/things/{id}/rename", thing).then().statusCode(200)
                .extract().header("Alongside-Access-Id");
        assertTrue(eventsOf(accessId).get(0).contains("\"version\":1}"), eventsOf(accessId).toString());
    }

    @Test
    void withoutAnAccessContextTheDatabaseShowsNothing() {
        given().auth().oauth2(caseWorker).get("/things/without-context").then().statusCode(200).body(equalTo("0"));
    }

    @Test
    void aViewThatNobodyDisclosedIsRefused() {
        get(caseWorker, "/forgotten-disclosure").statusCode(500).body(not(containsString(SECRET)));
    }

    @Test
    void aViewWithMorePartsThanDisclosedIsRefused() {
        get(caseWorker, "/more-than-disclosed").statusCode(500).body(not(containsString(SECRET)));
    }

    @Test
    void aBodyThatDoesNotSayWhoseItIsIsRefused() {
        get(caseWorker, "/undeclared-view").statusCode(500).body(not(containsString(SECRET)));
    }

    @Test
    void aPageLeavesOnlyWithItsViewsCaptured() {
        get(caseWorker, "/page?discloses=true&says=true").statusCode(200).body(containsString(SECRET));
        get(caseWorker, "/page?discloses=false&says=true").statusCode(500).body(not(containsString(SECRET)));
        get(caseWorker, "/page?discloses=false&says=false").statusCode(500).body(not(containsString(SECRET)));
    }

    @Test
    void aReadThatThenFailsIsRecordedAsFailed() {
        String accessId = get(caseWorker, "/conflict-after-read").statusCode(409).extract()
                .header("Alongside-Access-Id");
        List<String> events = eventsOf(accessId);
        assertEquals(1, events.size());
        assertTrue(events.get(0).contains("\"outcome\":\"failed\""), events.get(0));
        assertTrue(events.get(0).contains("\"client\":\"" + client + "\""), events.get(0));
    }

    @Test
    void anotherAgencysRecordLooksAbsentAndTheAttemptIsRecorded() {
        String stranger = Tokens.token(Tokens.HOUSING, Role.CASE_WORKER);
        Response hidden = get(stranger, "").statusCode(404).extract().response();
        Response absent = given().auth().oauth2(stranger).get("/things/{id}", UUID.randomUUID());
        assertEquals(absent.asString(), hidden.asString());
        assertEquals(absent.statusCode(), hidden.statusCode());
        String event = eventsOf(hidden.header("Alongside-Access-Id")).get(0);
        assertTrue(event.contains("\"outcome\":\"not-visible\""), event);
        assertTrue(event.contains("\"asked\":{\"thingId\":\"" + thing + "\"}"), event);
    }

    @Test
    void theWrongRoleIsRefusedAndRecorded() {
        String accessId = get(Tokens.token(Tokens.FAMILY_SERVICES, Role.AUDITOR), "").statusCode(403)
                .body("type", equalTo("urn:alongside:problem:not-permitted")).extract().header("Alongside-Access-Id");
        assertTrue(eventsOf(accessId).get(0).contains("\"outcome\":\"denied\""), eventsOf(accessId).toString());
    }

    @Test
    void noTokenOrABadOneIsRefusedWithAProblemAndNotRecordedInTheLog() {
        long before = countEvents();
        problem401(given().get("/things/{id}", thing).then());
        problem401(get("not.a.token", ""));
        problem401(get(Tokens.of(Tokens.FAMILY_SERVICES, Role.CASE_WORKER).audience("other").sign(), ""));
        problem401(
                get(Tokens.of(Tokens.FAMILY_SERVICES, Role.CASE_WORKER).expires(Instant.now().minusSeconds(60)).sign(),
                        ""));
        assertEquals(before, countEvents());
    }

    @Test
    void aGrantOpensOnlyTheNamedPartsWhileTheCopyIsFresh() throws SQLException {
        UUID consent = grant(Tokens.LEGAL_AID, "{identity}", Instant.now());
        String accessId = get(Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER), "").statusCode(200).extract()
                .header("Alongside-Access-Id");
        String event = eventsOf(accessId).get(0);
        assertTrue(event.contains("\"parts\":[\"identity\"]"), event);
        assertTrue(event.contains("\"basis\":\"consent\""), event);
        assertTrue(event.contains("\"basisId\":\"" + consent + "\""), event);
    }

    /** The access log names each consent by which something was shown, and none that opened nothing more. */
    @Test
    void severalGrantsOpenTogetherWhatEachNames() throws SQLException {
        UUID one = grant(Tokens.LEGAL_AID, "{identity}", Instant.now());
        UUID other = grant(Tokens.LEGAL_AID, "{contact}", Instant.now());
        assertEquals(Set.of(one + " [\"identity\"]", other + " [\"contact\"]"), seenByLegalAid());
        UUID wide = grant(Tokens.LEGAL_AID, "{identity,contact}", Instant.now());
        assertEquals(Set.of(wide + " [\"identity\",\"contact\"]"), seenByLegalAid());
    }

    /** Each consent with the parts that it opened. */
    private Set<String> seenByLegalAid() {
        String accessId = get(Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER), "").statusCode(200).extract()
                .header("Alongside-Access-Id");
        return eventsOf(accessId).stream()
                .map(event -> event.replaceAll(".*\"parts\":(\\[[^]]*]).*\"basisId\":\"([^\"]*)\".*", "$2 $1"))
                .collect(Collectors.toSet());
    }

    @Test
    void aStaleCopyOfTheGrantsRefusesTheGranteeButNotTheHomeAgency() throws SQLException {
        grant(Tokens.LEGAL_AID, "{identity}", Instant.now().minusSeconds(6));
        get(Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER), "").statusCode(503)
                .body("type", equalTo("urn:alongside:problem:grants-stale")).header("Retry-After", notNullValue());
        get(caseWorker, "").statusCode(200);
    }

    @Test
    void whenTheAuditTableCannotBeWrittenNothingLeavesAndItHealsByItself() throws SQLException {
        database.run("revoke insert on outbox from kit_app");
        Instant start = Instant.now();
        get(caseWorker, "").statusCode(503).body(not(containsString(SECRET)))
                .body("type", equalTo("urn:alongside:problem:audit-unavailable"));
        assertTrue(Duration.between(start, Instant.now()).toSeconds() < 2);
        database.run("grant insert on outbox to kit_app");
        get(caseWorker, "").statusCode(200);
    }

    @Test
    void aLockedAuditTableIsGivenUpWithinTwoSeconds() throws SQLException {
        try (Connection other = database.superuser()) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table outbox in access exclusive mode");
            Instant start = Instant.now();
            get(caseWorker, "").statusCode(503).body(not(containsString(SECRET)));
            assertTrue(Duration.between(start, Instant.now()).toMillis() < 2000);
            other.rollback();
        }
        get(caseWorker, "").statusCode(200);
    }

    @Test
    void withRowLevelSecurityOffTheApplicationStillHidesOtherAgenciesRecords() throws SQLException {
        database.run("alter table thing disable row level security");
        try {
            get(Tokens.token(Tokens.HOUSING, Role.CASE_WORKER), "").statusCode(404).body(not(containsString(SECRET)));
        } finally {
            database.run("alter table thing enable row level security");
        }
    }

    @Test
    void withTheApplicationCheckOffRowLevelSecurityStillHidesOtherAgenciesRecords() throws SQLException {
        assertEquals(1,
                database.countAs("kit_app", Tokens.FAMILY_SERVICES, "select count(*) from thing where id = ?", thing));
        assertEquals(0, database.countAs("kit_app", Tokens.HOUSING, "select count(*) from thing where id = ?", thing));
        assertEquals(0, database.countAs("kit_app", null, "select count(*) from thing where id = ?", thing));
    }

    @Test
    void severalAgenciesInATokenNeedOneNamed() {
        Tokens both = Tokens.of(Tokens.HOUSING, Role.CASE_WORKER).agencies(Tokens.HOUSING, Tokens.FAMILY_SERVICES);
        get(both.sign(), "").statusCode(400).body("violations[0].field", equalTo("header:X-Agency"));
        given().auth().oauth2(both.sign()).header("X-Agency", Tokens.FAMILY_SERVICES).get("/things/{id}", thing).then()
                .statusCode(200);
        given().auth().oauth2(both.sign()).header("X-Agency", Tokens.LEGAL_AID).get("/things/{id}", thing).then()
                .statusCode(403);
    }

    @Test
    void anAggregateIsRecordedWithoutARecordAndNamesTheClientAskedAbout() {
        UUID asked = UUID.randomUUID();
        String event = eventsOf(count(caseWorker, "count?client=" + asked).statusCode(200).extract()
                .header("Alongside-Access-Id")).get(0);
        assertTrue(event.contains("\"client\":\"" + asked + "\""), event);
        assertTrue(event.contains("\"parts\":[\"identity\"]"), event);
        assertTrue(event.contains("\"basis\":\"home-agency\""), event);
        assertFalse(event.contains("\"records\""), event);
        String unasked = eventsOf(count(caseWorker, "count").statusCode(200).extract().header("Alongside-Access-Id"))
                .get(0);
        assertFalse(unasked.contains("\"client\""), unasked);
    }

    @Test
    void anAggregateThatNobodyDisclosedIsRefused() {
        count(caseWorker, "count-undisclosed").statusCode(500).body("count", nullValue());
    }

    @Test
    void anAggregateIsNotOpenedByGrantsOfSingleClients() {
        count(caseWorker, "count-by-grant").statusCode(404);
    }

    @Test
    void aStreamCommitsEachPageBeforeItWritesIt() {
        ValidatableResponse stream = count(caseWorker, "stream?pages=3").statusCode(200);
        List<String> lines = stream.extract().asString().lines().toList();
        assertEquals(4, lines.size());
        assertEquals("end", lines.get(3));
        long first = Long.parseLong(lines.get(0).split(" ")[1]);
        assertEquals(List.of("1 " + first, "2 " + (first + 1), "3 " + (first + 2)), lines.subList(0, 3));
        // And one for the look behind the last page.
        assertEquals(4, eventsOf(stream.extract().header("Alongside-Access-Id")).size());
    }

    @Test
    void aStreamWhosePageNobodyDisclosedIsRefused() {
        count(caseWorker, "stream?pages=1&forgets=1").statusCode(500).body(not(containsString("1 ")));
    }

    /** Often, because the framework must not win a race for the end of the answer. */
    @RepeatedTest(30)
    void aStreamThatFailsLaterIsCutAndNeverLooksWhole() {
        try {
            String answer = count(caseWorker, "stream?pages=3&forgets=2").extract().asString();
            assertFalse(answer.contains("2 ") || answer.contains("end"), answer);
            throw new AssertionError("The answer ended as if it were whole: " + answer);
        } catch (Exception cut) {
            assertTrue(cut instanceof java.io.IOException || cut.getCause() instanceof java.io.IOException,
                    cut.toString());
        }
    }

    @Test
    void aStreamThatIsNotCapturedIsRefused() {
        count(caseWorker, "stream-unguarded").statusCode(500);
    }

    @Test
    void aStreamThatCannotBeRecordedIsAProblem() throws SQLException {
        database.run("revoke insert on outbox from kit_app");
        count(caseWorker, "stream?pages=1").statusCode(503)
                .body("type", equalTo("urn:alongside:problem:audit-unavailable"));
    }

    @Test
    void onlyAnAuditorHasOversight() throws SQLException {
        database.run("insert into thing values (?, ?, ?, ?, 0)", UUID.randomUUID(), UUID.randomUUID(), Tokens.HOUSING,
                SECRET);
        String auditor = Tokens.token(Tokens.OVERSIGHT, Role.AUDITOR);
        String accessId = count(auditor, "count").statusCode(200).body("count", greaterThan(1)).extract()
                .header("Alongside-Access-Id");
        assertTrue(eventsOf(accessId).get(0).contains("\"basis\":\"oversight\""), eventsOf(accessId).toString());
        count(Tokens.token(Tokens.OVERSIGHT, Role.CASE_WORKER), "count").statusCode(200).body("count", equalTo(0));
    }

    @Test
    void systemWorkSeesWhatItsJobMaySeeAndNoMore() throws Exception {
        assertTrue(counter.countAsItsJob() > 0);
        assertEquals(0, counter.countAsAnotherJob());
    }

    @Test
    void anOperationOpenToAllNeedsNoToken() {
        given().get("/things/open").then().statusCode(200).body(equalTo("open"));
    }

    private static ValidatableResponse count(String token, String what) {
        return given().auth().oauth2(token).get("/things/" + what).then();
    }

    private ValidatableResponse get(String token, String what) {
        return given().auth().oauth2(token).get("/things/{id}" + what, thing).then()
                .header("Alongside-Access-Id", notNullValue());
    }

    private static void problem401(ValidatableResponse response) {
        response.statusCode(401).contentType("application/problem+json")
                .body("type", equalTo("urn:alongside:problem:not-authenticated"))
                .header("WWW-Authenticate", containsString("Bearer"));
    }

    /** @return the consent that it rests on */
    private UUID grant(UUID grantee, String parts, Instant asOf) throws SQLException {
        UUID consent = UUID.randomUUID();
        database.run("""
                insert into access_grant values (?, ?, ?, ?, ?::text[], '{TREAT}', 'consent', ?, ?, now() - interval '1 minute',
                    now() + interval '1 day', null, 0)""", UUID.randomUUID(), client, Tokens.FAMILY_SERVICES, grantee,
                parts,
                consent, consent);
        database.run(
                "insert into grant_feed (as_of) values (?) on conflict (only_row) do update set as_of = excluded.as_of",
                java.sql.Timestamp.from(asOf));
        return consent;
    }

    private List<String> eventsOf(String accessId) {
        return database.strings("select convert_from(payload, 'UTF8') from outbox where topic = 'audit.access.v1'"
                + " and convert_from(payload, 'UTF8') like ?", "%\"access\":\"" + accessId + "\"%");
    }

    private long countEvents() {
        return database.strings("select id::text from outbox where topic = 'audit.access.v1'").size();
    }
}
