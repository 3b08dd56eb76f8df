package org.alongside.audit.alert;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.alongside.audit.Eventually;
import org.alongside.audit.Source;
import org.alongside.kit.caller.Role;
import org.alongside.kit.event.Event;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.KafkaEvents;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Each rule from the log to the alert, who sees alerts, and what a review does. */
@QuarkusTest
class AlertTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(3));
    private static KafkaEvents suite;

    @Inject
    Evaluation evaluation;

    @Inject
    OverdueReviews overdue;

    private final Database database = new Database("audit");
    private final Source source = new Source();
    private final UUID home = UUID.randomUUID();
    private final UUID client = UUID.randomUUID();
    private final UUID actor = UUID.randomUUID();
    private final String officer = Tokens.token(home, Role.PRIVACY_OFFICER);
    private final List<Event> entries = new ArrayList<>();

    @BeforeAll
    static void tell() {
        suite = new KafkaEvents();
    }

    @AfterAll
    static void end() {
        suite.close();
    }

    @Test
    void anAgencyWithoutAGrantIsAnAlertAndOneWithAGrantIsNot() {
        UUID granted = UUID.randomUUID();
        grant(granted, NOW.minusSeconds(60), NOW.plusSeconds(60));
        access(Map.of("agency", granted, "basis", "consent", "at", NOW));
        access(Map.of("agency", UUID.randomUUID(), "actor", "other", "basis", "consent", "at", NOW));
        access(Map.of("agency", granted, "actor", "late", "basis", "consent", "at", NOW.plusSeconds(75)));
        judge();

        alerts("client", client).body("items.actor", equalTo(List.of("late", "other")))
                .body("items[1].rule", equalTo("no-connection")).body("items[1].severity", equalTo("high"))
                .body("items[1].explanation",
                        equalTo("No case, referral or consent connects this agency to this client."))
                .body("items[1].entries", hasSize(1)).body("items[1].occurrences", equalTo(1));
    }

    @Test
    void aGrantThatIsToldLateMakesNoAlert() {
        UUID granted = UUID.randomUUID();
        suite.grantsCompleteUpTo(NOW.minusSeconds(1));
        access(Map.of("agency", granted, "basis", "consent", "at", NOW));
        logged();
        grant(granted, NOW.minusSeconds(60), NOW.plusSeconds(60));
        judge();
        alerts("client", client).body("items", empty());
    }

    @Test
    void aStrangerToTheClientsWorkersIsAnAlertAndAColleagueIsNot() {
        UUID colleague = UUID.randomUUID();
        UUID stranger = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        known(actor, colleague, stranger);
        for (UUID shared : List.of(UUID.randomUUID(), UUID.randomUUID())) {
            work(actor, shared);
            work(colleague, shared);
        }
        work(actor, client);
        work(stranger, other);
        access(Map.of("actor", colleague, "at", NOW));
        access(Map.of("actor", stranger, "at", NOW));
        access(Map.of("actor", stranger, "client", other, "at", NOW));
        access(Map.of("actor", stranger, "op", "case.list", "client", UUID.randomUUID(), "at", NOW));
        judge();

        alerts("agency", home).body("items", hasSize(1)).body("items[0].actor", equalTo(stranger.toString()))
                .body("items[0].explanation", containsString("of 1 who worked with the client this worker shares work"
                        + " with 0"));
    }

    @Test
    void aVerdictOfAppropriateTeachesWhoBelongsToWhom() {
        UUID supervisor = UUID.randomUUID();
        UUID another = UUID.randomUUID();
        known(actor, supervisor);
        work(actor, client);
        work(actor, another);
        access(Map.of("actor", supervisor, "at", NOW));
        judge();
        review(officer, onlyAlert(), "\"0\"", "appropriate").statusCode(200).body("status", equalTo("reviewed"));

        access(Map.of("actor", supervisor, "at", NOW.plusSeconds(60)));
        access(Map.of("actor", supervisor, "client", another, "at", NOW.plusSeconds(61)));
        judge();
        alerts("agency", home).body("items", hasSize(1));
    }

    @Test
    void aDeclaredConflictIsAnAlertUntilItIsWithdrawn() {
        String declared = declare(Tokens.of(home, Role.CASE_WORKER).subject(actor).sign(), "relative").statusCode(201)
                .extract().path("id");
        access(Map.of("actor", actor, "at", Instant.now()));
        access(Map.of("actor", UUID.randomUUID(), "at", Instant.now()));
        access(Map.of("actor", actor, "at", NOW));
        judge();
        alerts("client", client).body("items", hasSize(1)).body("items[0].rule", equalTo("conflict-of-interest"))
                .body("items[0].occurrences", equalTo(1)).body("items[0].explanation", containsString("relative"));

        given().auth().oauth2(officer).header("If-Match", "\"0\"")
                .post("/v1/conflict-declarations/{id}/withdraw", declared).then().statusCode(200);
        access(Map.of("actor", actor, "at", Instant.now()));
        judge();
        alerts("client", client).body("items", hasSize(1)).body("items[0].occurrences", equalTo(1));
    }

    @Test
    void aMemberOfTheOwnHouseholdIsAnAlert() {
        String worker = Tokens.of(home, Role.INTAKE_WORKER).subject(actor).sign();
        declare(worker, "own-household").statusCode(201);
        access(Map.of("actor", actor, "op", "client.search", "at", Instant.now()));
        judge();
        alerts("client", client).body("items.rule", equalTo(List.of("same-household")));
    }

    @Test
    void aDeclarationStandsForAllWhoLiveWithTheDeclaredClient() {
        String worker = Tokens.of(home, Role.INTAKE_WORKER).subject(actor).sign();
        UUID lister = UUID.randomUUID();
        UUID another = UUID.randomUUID();
        UUID elsewhere = UUID.randomUUID();
        declare(worker, "own-household").statusCode(201);
        household(lister, 0, List.of(client, another));
        household(another, 0, List.of(elsewhere));
        for (UUID opened : List.of(lister, another, elsewhere)) {
            access(Map.of("actor", actor, "client", opened, "at", Instant.now()));
        }
        judge();
        for (UUID member : List.of(lister, another)) {
            alerts("client", member).body("items.rule", equalTo(List.of("same-household")))
                    .body("items[0].explanation", containsString("lives with"));
        }
        alerts("client", elsewhere).body("items", empty());

        household(lister, 1, List.of(another));
        access(Map.of("actor", actor, "client", another, "at", Instant.now()));
        judge();
        alerts("client", another).body("items[0].occurrences", equalTo(1));
    }

    @Test
    void aDeclarationStandsForAllRecordsOfThePersonUntilTheMergeIsUndone() {
        UUID survivor = UUID.randomUUID();
        UUID sibling = UUID.randomUUID();
        declare(Tokens.of(home, Role.CASE_WORKER).subject(actor).sign(), "relative").statusCode(201);
        merged(client, survivor, 0);
        merged(sibling, survivor, 0);
        for (UUID record : List.of(survivor, sibling)) {
            access(Map.of("actor", actor, "client", record, "at", Instant.now()));
        }
        judge();
        for (UUID record : List.of(survivor, sibling)) {
            alerts("client", record).body("items.rule", equalTo(List.of("conflict-of-interest")));
        }
        merged(client, null, 1);
        access(Map.of("actor", actor, "client", survivor, "at", Instant.now()));
        judge();
        alerts("client", survivor).body("items[0].occurrences", equalTo(1));
    }

    @Test
    void theHouseholdOfOneRecordIsThatOfThePerson() {
        UUID survivor = UUID.randomUUID();
        UUID lister = UUID.randomUUID();
        declare(Tokens.of(home, Role.INTAKE_WORKER).subject(actor).sign(), "own-household").statusCode(201);
        household(lister, 0, List.of(survivor));
        merged(client, survivor, 0);
        for (UUID opened : List.of(survivor, lister)) {
            access(Map.of("actor", actor, "client", opened, "at", Instant.now()));
        }
        judge();
        alerts("client", survivor).body("items[0].explanation", containsString("has been declared"));
        alerts("client", lister).body("items[0].explanation", containsString("lives with"));
    }

    /** Who works with the one that goes on reads the lists that hold the other's records too. */
    @Test
    void whoWorksWithOneRecordIsNoStrangerToTheOther() {
        UUID survivor = UUID.randomUUID();
        UUID stranger = UUID.randomUUID();
        known(actor, stranger);
        work(actor, survivor);
        work(stranger, client);
        access(Map.of("actor", actor, "at", NOW));
        judge();
        alerts("client", client).body("items.rule", equalTo(List.of("no-connection")));
        merged(client, survivor, 0);
        access(Map.of("actor", actor, "at", NOW.plusSeconds(60)));
        judge();
        alerts("client", client).body("items[0].occurrences", equalTo(1));
    }

    @Test
    void anOpenCaseOfOneRecordIsAnOpenCaseOfThePerson() {
        UUID survivor = UUID.randomUUID();
        caseIs("closed", NOW.minus(Duration.ofDays(60)));
        merged(client, survivor, 0);
        access(Map.of("client", survivor, "at", NOW));
        judge();
        alerts("client", survivor).body("items.rule", equalTo(List.of("access-after-closure")));
        caseIs("open", NOW.minus(Duration.ofDays(60)));
        access(Map.of("client", survivor, "at", NOW.plusSeconds(60)));
        judge();
        alerts("client", survivor).body("items[0].occurrences", equalTo(1));
    }

    @Test
    void onlyAPrivacyOfficerDeclaresForOthersAndReadsWhatTheyDeclared() {
        String worker = Tokens.token(home, Role.CASE_WORKER);
        Map<String, Object> body = Map.of("client", client, "relation", "business", "worker", actor);
        post(worker, "/v1/conflict-declarations", body).statusCode(403);
        String id = post(officer, "/v1/conflict-declarations", body).statusCode(201).extract().path("id");
        String path = "/v1/conflict-declarations/" + id;
        given().auth().oauth2(worker).get(path).then().statusCode(404);
        given().auth().oauth2(Tokens.token(UUID.randomUUID(), Role.PRIVACY_OFFICER)).get(path).then().statusCode(404);
        given().auth().oauth2(Tokens.of(home, Role.CASE_WORKER).subject(actor).sign()).get(path).then().statusCode(200);
        post(officer, "/v1/conflict-declarations", body).statusCode(201).body("id", equalTo(id));
    }

    @Test
    void manyClientsInAnHourAreOneAlert() {
        for (int i = 0; i < 81; i++) {
            access(Map.of("actor", actor, "client", UUID.randomUUID(), "at", NOW.plusSeconds(i)));
        }
        judge();
        alerts("actor", actor).body("items", hasSize(1)).body("items[0].rule", equalTo("many-clients"))
                .body("items[0].occurrences", equalTo(1)).body("items[0].client", nullValue())
                .body("items[0].explanation", containsString("More than 80 clients"));

        for (int i = 81; i < 141; i++) {
            access(Map.of("actor", actor, "client", UUID.randomUUID(), "at", NOW.plusSeconds(i)));
        }
        judge();
        String last = database.strings("select max(entry_index) from log_entry where source = ?", source.name()).get(0);
        alerts("actor", actor).body("items", hasSize(1)).body("items[0].occurrences", equalTo(61))
                .body("items[0].entries", hasSize(50)).body("items[0].entries[49]", equalTo(Integer.valueOf(last)));
    }

    @Test
    void theLimitFollowsTheWorkersOwnBaseline() {
        for (int hour = 0; hour < 21; hour++) {
            Instant start = NOW.minus(Duration.ofHours(40 - hour));
            for (int i = 0; i < 30; i++) {
                access(Map.of("actor", actor, "client", UUID.randomUUID(), "at", start.plusSeconds(i)));
            }
        }
        judge();
        for (int i = 0; i < 62; i++) {
            access(Map.of("actor", actor, "client", UUID.randomUUID(), "at", NOW.plusSeconds(i)));
        }
        judge();
        alerts("actor", actor).body("items", hasSize(1)).body("items[0].explanation",
                containsString("More than 60 clients"));
    }

    @Test
    void aBurstOfRefusalsIsAnAlertAndTheSameOverHoursIsNot() {
        UUID patient = UUID.randomUUID();
        for (int i = 0; i < 10; i++) {
            access(Map.of("actor", actor, "outcome", "not-visible", "at", NOW.plusSeconds(30L * i)));
            access(Map.of("actor", patient, "outcome", "denied", "at", NOW.plusSeconds(600L * i)));
        }
        judge();
        alerts("actor", actor).body("items.rule", equalTo(List.of("refusal-burst")));
        alerts("actor", patient).body("items", empty());
    }

    @Test
    void aClosedCaseIsLeftAlone() {
        known(actor);
        UUID own = UUID.randomUUID();
        work(own, client);
        caseIs("closed", NOW.minus(Duration.ofDays(10)));
        access(Map.of("actor", own, "at", NOW));
        access(Map.of("actor", actor, "op", "client.search", "at", NOW));
        access(Map.of("actor", "too soon", "at", NOW.minus(Duration.ofDays(8))));
        access(Map.of("actor", own, "at", NOW.plus(Duration.ofDays(21))));
        access(Map.of("actor", "somebody", "at", NOW));
        judge();
        alerts("client", client).body("items.actor", equalTo(List.of("somebody", own.toString())))
                .body("items.rule", equalTo(List.of("access-after-closure", "access-after-closure")));
    }

    @Test
    void aCaseTakenUpAgainIsOpen() {
        UUID caseId = caseIs("closed", NOW.minus(Duration.ofDays(10)));
        caseIs(caseId, "open", 2, NOW.minus(Duration.ofDays(1)));
        access(Map.of("actor", actor, "at", NOW));
        judge();
        alerts("client", client).body("items", empty());
    }

    @Test
    void anEmergencyAccessWantsAReviewWithinThreeDays() {
        access(Map.of("actor", actor, "agency", UUID.randomUUID(), "basis", "emergency", "at", NOW));
        judge();
        overdue.raise(NOW.plus(Duration.ofHours(71)));
        alerts("client", client).body("items.rule", equalTo(List.of("emergency-access")));
        overdue.raise(NOW.plus(Duration.ofHours(73)));
        overdue.raise(NOW.plus(Duration.ofHours(74)));
        alerts("client", client).body("items.rule", equalTo(List.of("unreviewed-emergency", "emergency-access")));
    }

    @Test
    void aReviewedEmergencyIsNotOverdue() {
        access(Map.of("actor", actor, "agency", UUID.randomUUID(), "basis", "emergency", "at", NOW));
        judge();
        review(officer, onlyAlert(), "\"0\"", "appropriate").statusCode(200);
        overdue.raise(NOW.plus(Duration.ofHours(73)));
        alerts("client", client).body("items", hasSize(1));
    }

    @Test
    void aFurtherAccessRaisesTheCountAndAReviewedAlertTakesNoMore() {
        access(Map.of("actor", actor, "basis", "emergency", "at", NOW));
        judge();
        access(Map.of("actor", actor, "basis", "emergency", "at", NOW.plusSeconds(5)));
        judge();
        alerts("client", client).body("items", hasSize(1)).body("items[0].occurrences", equalTo(2))
                .body("items[0].lastSeen", equalTo(NOW.plusSeconds(5).toString()));
        review(officer, onlyAlert(), "\"0\"", "unclear").statusCode(412);
        review(officer, onlyAlert(), "\"1\"", "unclear").statusCode(200);
        access(Map.of("actor", actor, "basis", "emergency", "at", NOW.plusSeconds(10)));
        judge();
        alerts("client", client).body("items", hasSize(2)).body("items.status", equalTo(List.of("open", "reviewed")));
    }

    @Test
    void aReviewIsGivenOnceByAnotherPrivacyOfficerOfAnAgencyConcerned() {
        UUID agency = UUID.randomUUID();
        access(Map.of("actor", actor, "agency", agency, "basis", "emergency", "at", NOW));
        judge();
        String alert = onlyAlert();
        String foreign = Tokens.token(UUID.randomUUID(), Role.PRIVACY_OFFICER);
        given().auth().oauth2(foreign).get("/v1/alerts/{id}", alert).then().statusCode(404);
        review(foreign, alert, "\"0\"", "appropriate").statusCode(404);
        String auditor = Tokens.token(Tokens.OVERSIGHT, Role.AUDITOR);
        given().auth().oauth2(auditor).get("/v1/alerts/{id}", alert).then().statusCode(200).header("ETag", "\"0\"");
        review(auditor, alert, "\"0\"", "appropriate").statusCode(403);
        review(Tokens.of(agency, Role.PRIVACY_OFFICER).subject(actor).sign(), alert, "\"0\"", "appropriate")
                .statusCode(403);
        review(officer, alert, null, "appropriate").statusCode(428);
        review(officer, alert, "\"0\"", "guilty").statusCode(400);
        review(Tokens.token(agency, Role.PRIVACY_OFFICER), alert, "\"0\"", "inappropriate").statusCode(200)
                .body("verdict", equalTo("inappropriate"));
        review(officer, alert, "\"1\"", "appropriate").statusCode(409);
    }

    @Test
    void anEntryWaitsForItsFactsThoughNotForEver() throws SQLException {
        grantsComplete();
        database.run("update grant_feed set as_of = now() - interval '1 hour'");
        access(Map.of("actor", actor, "basis", "emergency", "at", NOW));
        logged();
        Instant sealed = Instant.now();
        evaluate(sealed.plusSeconds(15));
        evaluate(sealed.plusSeconds(40));
        alerts("client", client).body("items", empty());
        Eventually.until(() -> {
            evaluate(sealed.plusSeconds(46));
            return !alerts("client", client).extract().jsonPath().getList("items").isEmpty();
        });
    }

    @Test
    void theDatabaseShowsAlertsAndDeclarationsToTheAgenciesConcernedOnly() throws SQLException {
        UUID agency = UUID.randomUUID();
        access(Map.of("actor", actor, "agency", agency, "basis", "emergency", "at", NOW));
        judge();
        declare(officer, "business").statusCode(201);
        assertEquals(List.of(1L, 1L, 0L, 0L), seenBy("alert", home, agency, UUID.randomUUID(), null));
        assertEquals(List.of(1L, 0L, 0L, 0L),
                seenBy("conflict_declaration", home, agency, UUID.randomUUID(), null));
        assertThrows(SQLException.class, () -> seenBy("worker_client", home));
    }

    @Test
    void readingAnAlertIsAnAccessThatNamesIt() {
        access(Map.of("actor", actor, "basis", "emergency", "at", NOW));
        judge();
        String alert = onlyAlert();
        String access = given().auth().oauth2(officer).get("/v1/alerts/{id}", alert).then().statusCode(200).extract()
                .header("Alongside-Access-Id");
        Eventually.until(() -> logged(access).extract().statusCode() == 200);
        logged(access).body("items[0].operation", equalTo("alert.read"))
                .body("items[0].records[0].id", equalTo(alert)).body("items[0].client", equalTo(client.toString()));
    }

    @Test
    void pagesFollowOneAnotherAndARaisedAlertIsTold() {
        for (int i = 0; i < 3; i++) {
            access(Map.of("actor", "worker-" + i, "basis", "emergency", "at", NOW));
        }
        judge();
        Map<String, Object> query = Map.of("client", client);
        String next = post(officer, "/v1/alerts/search?limit=2", query).statusCode(200)
                .body("items.actor", equalTo(List.of("worker-2", "worker-1"))).extract().path("next");
        post(officer, "/v1/alerts/search?limit=2&cursor=" + next, query).statusCode(200)
                .body("items.actor", equalTo(List.of("worker-0"))).body("next", nullValue());
        assertEquals(List.of("emergency-access"), database.strings("""
                select distinct convert_from(payload, 'UTF8')::json ->> 'rule' from outbox
                 where topic = 'audit.alert.v1' and convert_from(payload, 'UTF8')::json ->> 'clientId' = ?""",
                client.toString()));
    }

    /** Until nothing is old enough. */
    private void evaluate(Instant now) {
        int judged;
        do {
            judged = evaluation.evaluate(now);
        } while (judged > 0);
    }

    /** Rows about the client that the login of requests sees, for each agency; {@code null} is nobody. */
    private List<Long> seenBy(String table, UUID... agencies) throws SQLException {
        List<Long> counts = new ArrayList<>();
        for (UUID agency : agencies) {
            counts.add(database.countAs("audit_app", agency, "select count(*) from " + table + " where client = ?",
                    client));
        }
        return counts;
    }

    private ValidatableResponse logged(String access) {
        return given().auth().oauth2(officer).get("/v1/access-events/{id}", access).then();
    }

    /** An allowed read of the client by a worker at home; members replace or add. */
    private void access(Map<String, ?> members) {
        Map<String, Object> all = new HashMap<>(Map.of("client", client, "home", home, "agency", home, "parts",
                List.of("identity"), "actor", actor));
        all.putAll(members);
        all.replaceAll((name, value) -> value instanceof Instant ? value.toString() : value);
        entries.add(source.event(entries.size() + 1L, source.payload(all)));
    }

    private void work(UUID worker, UUID with) {
        access(Map.of("actor", worker, "client", with, "action", "U", "op", "case.hold", "at",
                NOW.minus(Duration.ofDays(20))));
    }

    /** Long enough for the rule on connections. */
    private void known(UUID... workers) {
        for (UUID worker : workers) {
            access(Map.of("actor", worker, "client", UUID.randomUUID(), "at", NOW.minus(Duration.ofDays(30))));
        }
    }

    private void judge() {
        logged();
        grantsComplete();
        new Judging(evaluation).all();
    }

    private void logged() {
        Source.sendAll(entries);
        source.logged(entries.size());
    }

    private void grant(UUID grantee, Instant from, Instant until) {
        UUID id = UUID.randomUUID();
        suite.tell("intake.grant.v1", id, "org.alongside.intake.grant.issued.v1", Map.ofEntries(
                Map.entry("grantId", id), Map.entry("clientId", client), Map.entry("homeAgency", home),
                Map.entry("grantee", grantee), Map.entry("parts", List.of("identity")),
                Map.entry("purposes", List.of("COC")), Map.entry("basis", "consent"), Map.entry("basisId", id),
                Map.entry("consentId", id), Map.entry("validFrom", from.toString()),
                Map.entry("validUntil", until.toString()), Map.entry("version", 0)));
    }

    /** Whatever other tests said of the grants before, it is this heartbeat that has arrived. */
    private void grantsComplete() {
        database.strings("update grant_feed set as_of = 'epoch' returning 1");
        Instant asOf = Instant.now().plusSeconds(1);
        suite.grantsCompleteUpTo(asOf);
        Eventually.until(() -> !database.strings("select 1 from grant_feed where as_of >= ?",
                Timestamp.from(asOf.minusMillis(1))).isEmpty());
    }

    private void household(UUID lister, int version, List<UUID> members) {
        suite.tell("intake.household.v1", lister, "org.alongside.intake.household.changed.v1",
                Map.of("clientId", lister, "homeAgency", home, "members", members, "version", version));
        Eventually.until(() -> !database.strings("select 1 from household where client_id = ? and version = ?", lister,
                (long) version).isEmpty());
    }

    /** @param survivor {@code null} for none any more */
    private void merged(UUID record, UUID survivor, int version) {
        Map<String, Object> state = new HashMap<>(Map.of("clientId", record, "homeAgency", home, "version", version));
        if (survivor != null) {
            state.put("survivorId", survivor);
        }
        suite.tell("intake.client.v1", record,
                "org.alongside.intake.client." + (survivor == null ? "unmerged" : "merged") + ".v1", state);
        Eventually.until(() -> !database.strings("select 1 from merged_client where client_id = ? and version = ?",
                record, (long) version).isEmpty());
    }

    private UUID caseIs(String status, Instant since) {
        UUID caseId = UUID.randomUUID();
        caseIs(caseId, status, 1, since);
        return caseId;
    }

    private void caseIs(UUID caseId, String status, int version, Instant since) {
        String payload = """
                {"caseId": "%s", "intakeId": "%s", "clientId": "%s", "homeAgency": "%s", "status": "%s", "phase": "ending",
                 "version": %d}""".formatted(caseId, caseId, client, home, status, version);
        suite.send(new Event(UUID.randomUUID(), "/alongside/planning", "org.alongside.planning.case.status-changed.v1",
                "planning.case.v1", caseId.toString(), caseId.toString(), since, payload.getBytes(), null, 1, 1,
                version, false));
        Eventually.until(() -> database.strings("select status from client_case where case_id = ?", caseId)
                .contains(status));
    }

    private ValidatableResponse declare(String token, String relation) {
        return post(token, "/v1/conflict-declarations", Map.of("client", client, "relation", relation));
    }

    private ValidatableResponse alerts(String filter, Object value) {
        return post(Tokens.token(Tokens.OVERSIGHT, Role.AUDITOR), "/v1/alerts/search", Map.of(filter, value))
                .statusCode(200);
    }

    private String onlyAlert() {
        return alerts("client", client).body("items", hasSize(1)).extract().path("items[0].id");
    }

    private static ValidatableResponse review(String token, String alert, String ifMatch, String verdict) {
        var request = given().auth().oauth2(token).contentType("application/json")
                .body(Map.of("verdict", verdict, "ground", "other"));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .post("/v1/alerts/{id}/review", alert).then();
    }

    private static ValidatableResponse post(String token, String path, Map<String, ?> body) {
        return given().auth().oauth2(token).contentType("application/json").body(body).post(path).then();
    }
}
