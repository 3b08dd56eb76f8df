package org.alongside.planning.restriction;

import static java.util.Map.entry;
import static org.alongside.planning.Planning.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.HiddenRecords;
import org.alongside.kit.testing.HiddenRecords.Colleague;
import org.alongside.kit.testing.KafkaEvents;
import org.alongside.kit.testing.Things;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** What planning-service keeps of a restricted client is absent for every colleague who is not named. */
@QuarkusTest
class RestrictedCaseTest {

    private static final Set<Role> ROLES = EnumSet.of(Role.CASE_WORKER, Role.INTAKE_WORKER, Role.SUPERVISOR,
            Role.RECEIVING_WORKER, Role.PRIVACY_OFFICER);
    private static final String AGREEMENT = """
            {"purpose": "p", "goals": "g", "tasksOfClient": "c", "tasksOfWorker": "w", "meetingRhythm": "m", "limits": "l",
             "startsOn": "2026-01-01", "reviewOn": [], "plannedEndOn": "2026-06-30"}""";
    private static final String GOAL = """
            {"needId": "%s", "clientWords": "w", "weight": 1, "levels": ["a", "b", "c", "d", "e"]}""";
    private static final String STEP = "{\"owner\": \"worker\", \"text\": \"t\", \"dueOn\": \"2026-02-01\"}";
    private static final String NOTE = "{\"kind\": \"meeting\", \"words\": \"w\"}";
    private static final String OFFERED = "{\"options\": [{\"words\": \"w\"}]}";
    private static final String MEASURED = "{\"level\": 0, \"evidence\": \"e\"}";
    private static final String REASON = "{\"reason\": \"r\"}";
    private static final String REVIEWED = """
            {"whatChanged": "w", "decision": "continue", "measurements": [], "notMeasured": []}""";
    private static final String FEEDBACK = """
            {"ratings": {"heard": 7, "goals": 8, "manner": 9, "whole": 10}, "workerMaySee": true}""";
    private static final String COMPLAINT = "{\"about\": [], \"clientWords\": \"c\"}";
    private static final String LEVELS = "{\"occasion\": \"start\", \"levels\": {\"law\": 2}}";
    private static final String ENDING = """
            {"reason": "goals-met", "gains": "g", "explanation": "e", "confidence": 5, "openDoorContact": "o",
             "checkInOn": "%s"}""".formatted(LocalDate.now(ZoneOffset.UTC).plusDays(30));
    private static final Map<String, String> BODIES = Map.ofEntries(
            entry("agreement.agree", "{\"party\": \"worker\", \"manner\": \"electronic\"}"),
            entry("agreement.counter-propose", AGREEMENT), entry("agreement.draft", AGREEMENT),
            entry("case.add-to-team", "{\"worker\": \"w\"}"), entry("case.remove-from-team", "{\"worker\": \"w\"}"),
            entry("case.weigh", "{\"weight\": 2}"), entry("case.transfer", "{\"to\": \"w\", \"handoverNote\": \"n\"}"),
            entry("review.plan", "{\"dueOn\": \"2099-01-01\"}"), entry("review.hold", REVIEWED),
            entry("self-sufficiency.measure", LEVELS), entry("dependency-review.hold",
                    "{\"outcome\": \"continue\", \"words\": \"w\"}"),
            entry("closure.draft", ENDING), entry("closure.rewrite", ENDING), entry("closure.complete", "{}"),
            entry("closure.send-back", REASON), entry("check-in.record", "{\"result\": \"going-well\"}"),
            entry("feedback.give", FEEDBACK), entry("complaint.take", COMPLAINT),
            entry("complaint.answer", "{\"words\": \"w\"}"), entry("worker-request.take", "{}"),
            entry("worker-request.decline", "{\"words\": \"w\"}"),
            entry("case.move-phase", "{\"phase\": \"assessing\"}"),
            entry("goal.propose", GOAL.formatted(UUID.randomUUID())),
            entry("goal.agree", "{\"manner\": \"verbal\"}"), entry("goal.drop", REASON), entry("step.add", STEP),
            entry("step.depend", "{\"dependsOn\": []}"), entry("step.block", REASON), entry("step.skip", REASON),
            entry("option.offer", OFFERED), entry("option.choose", "{}"), entry("option.refuse", "{}"),
            entry("hesitation.raise", "{\"cause\": \"fear\"}"), entry("hesitation.answer", "{\"change\": \"pace\"}"),
            entry("measurement.make", MEASURED), entry("note.write", NOTE), entry("note.add", "{\"words\": \"w\"}"),
            entry("note.search", "{\"words\": \"w\"}"),
            entry("step.follow", "{\"referralId\": \"" + UUID.randomUUID() + "\"}"));

    /** Keys open nothing by themselves, and whom a restriction names is what every policy asks. */
    private static final Set<String> NOT_HIDDEN = Set.of("client_key", "restricted_client", "merged_client");

    private final Database database = new Database("planning");
    private final KafkaEvents events = new KafkaEvents();
    private final UUID client = UUID.randomUUID();
    private final UUID worker = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final String named = token(worker);
    private final String colleague = token(other);
    private String caseId;

    @BeforeEach
    void aCaseOfARestrictedClient() throws Exception {
        events.beat();
        events.send("org.alongside.intake.intake.opened.v1", UUID.randomUUID(), """
                {"intakeId": "%1$s", "clientId": "%2$s", "homeAgency": "%3$s", "status": "open", "worker": "%4$s", "version": 0,
                 "restriction": {"clientId": "%2$s", "homeAgency": "%3$s", "workers": ["%4$s"], "version": 0}}"""
                .formatted(UUID.randomUUID(), client, Tokens.FAMILY_SERVICES, worker));
        Things.await("the case", () -> !ids("client_case").isEmpty());
        caseId = ids("client_case").get(0);
        Things.await("a feed", () -> read(named, caseId).extract().statusCode() == 200);
    }

    @AfterEach
    void close() {
        events.close();
    }

    /** Before anything came by the topic of the grants. */
    @Test
    void theIntakeThatOpensTheCaseTellsWhoMaySeeIt() {
        read(named, caseId).statusCode(200).body("clientId", equalTo(client.toString()));
        read(colleague, caseId).statusCode(404);
        list(named, 1);
        list(colleague, 0);
    }

    @Test
    void everyOperationAnswersColleaguesAsIfThereWereNoSuchCase() throws Exception {
        assertAllHidden(aFullPlan());
        list(colleague, 0);
    }

    @Test
    void theApplicationHidesItWithRowLevelSecurityOff() throws Exception {
        Map<String, String> ids = aFullPlan();
        List<String> bound = database.strings("select distinct tablename from pg_policies"
                + " where policyname = 'restricted' and permissive = 'RESTRICTIVE'");
        for (String table : bound) {
            database.run("alter table " + table + " disable row level security");
        }
        try {
            assertAllHidden(ids);
        } finally {
            for (String table : bound) {
                database.run("alter table " + table + " enable row level security");
            }
        }
    }

    @Test
    void theDatabaseHidesItWithTheApplicationsCheckOff() throws Exception {
        aFullPlan();
        grant(null);
        int tried = 0;
        for (String table : HiddenRecords.tables(database, NOT_HIDDEN)) {
            tried += seen(Tokens.FAMILY_SERVICES, worker, table) > 0 ? 1 : 0;
            assertEquals(0, seen(Tokens.FAMILY_SERVICES, other, table), table);
            assertEquals(0, seen(Tokens.FAMILY_SERVICES, null, table), table);
            assertEquals(0, seen(Tokens.LEGAL_AID, worker, table), table);
        }
        assertTrue(tried >= 10, "rows in only " + tried + " tables");
    }

    @Test
    void aGrantOpensItOnlyToTheWorkerWhomItNames() throws Exception {
        UUID recipient = UUID.randomUUID();
        String there = Tokens.of(Tokens.LEGAL_AID, Role.CASE_WORKER).subject(recipient).sign();
        String elsewhere = Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER);
        grant(null);
        plan(there).statusCode(404);
        assertEquals(0, seen(Tokens.LEGAL_AID, recipient, "client_case"));
        grant(recipient);
        plan(there).statusCode(200);
        plan(elsewhere).statusCode(404);
        assertEquals(1, seen(Tokens.LEGAL_AID, recipient, "client_case"));
        assertEquals(0, seen(Tokens.LEGAL_AID, other, "client_case"));
    }

    @Test
    void whoIsNamedFollowsWhatIsToldAndAnOlderWordChangesNothing() throws Exception {
        restricted(2, List.of(other.toString()));
        Things.await("the other worker", () -> read(colleague, caseId).extract().statusCode() == 200);
        read(named, caseId).statusCode(404);
        restricted(1, List.of(worker.toString()));
        restricted(3, null);
        Things.await("the end", () -> read(named, caseId).extract().statusCode() == 200);
        read(colleague, caseId).statusCode(200);
        read(token(UUID.randomUUID()), caseId).statusCode(200);
    }

    /** Whom the copy names may be named no more; the agency's other work goes on. */
    @Test
    void aCopyThatMayMissAChangeOpensNoRestrictedRecord() throws Exception {
        UUID another = UUID.randomUUID();
        events.send("org.alongside.intake.intake.opened.v1", UUID.randomUUID(),
                """
                {"intakeId": "%s", "clientId": "%s", "homeAgency": "%s", "status": "open", "worker": "w", "version": 0}"""
                        .formatted(UUID.randomUUID(), another, Tokens.FAMILY_SERVICES));
        Things.await("the other case", () -> !database.strings("select 1 from client_case where client_id = ?", another)
                .isEmpty());
        events.stopBeating();
        database.run("update grant_feed set as_of = now() - interval '6 seconds'");
        read(named, caseId).statusCode(503).body("type", equalTo("urn:alongside:problem:grants-stale"));
        read(colleague, caseId).statusCode(404);
        as(named).get("/v1/cases?client={id}", another).then().statusCode(200).body("items", hasSize(1));
    }

    private void assertAllHidden(Map<String, String> ids) {
        int tried = new HiddenRecords(BODIES).check(List.of(new Colleague(colleague, ROLES, operation -> true)), ids);
        assertTrue(tried > 25, "only " + tried + " were tried");
    }

    private Map<String, String> aFullPlan() throws Exception {
        UUID need = UUID.randomUUID();
        events.send("org.alongside.intake.assessment.completed.v1", UUID.randomUUID(), """
                {"assessmentId": "%s", "clientId": "%s", "homeAgency": "%s", "version": 1, "needs": [
                  {"needId": "%s", "category": "legal-aid", "severity": 2, "urgency": "urgent", "priority": 1}]}"""
                .formatted(UUID.randomUUID(), client, Tokens.FAMILY_SERVICES, need));
        Things.await("the need", () -> !ids("need").isEmpty());
        UUID referral = UUID.randomUUID();
        events.send("org.alongside.referral.referral.requested.v1", referral, """
                {"referralId": "%s", "clientId": "%s", "homeAgency": "%3$s", "sender": "%3$s", "recipient": "%s",
                 "serviceId": "%s", "needId": "%s", "category": "legal-aid", "consentId": "%s", "parts": ["identity"],
                 "status": "requested", "loopClosed": false, "version": 1}""".formatted(referral, client,
                Tokens.FAMILY_SERVICES, Tokens.LEGAL_AID, UUID.randomUUID(), need, UUID.randomUUID()));
        Things.await("the referral", () -> !ids("referral_state").isEmpty());
        String goal = made("goalId", "/v1/cases/{id}/goals", caseId, GOAL.formatted(need));
        Map<String, String> plan = new HashMap<>(Map.of("caseId", caseId, "goalId", goal, "stepId",
                made("stepId", "/v1/goals/{id}/steps", goal, STEP), "agreementId",
                made("agreementId", "/v1/cases/{id}/agreements", caseId, AGREEMENT), "hesitationId",
                made("hesitationId", "/v1/goals/{id}/hesitations", goal, "{\"cause\": \"fear\"}"), "noteId",
                made("noteId", "/v1/cases/{id}/notes", caseId, NOTE), "measurementId", measured(goal), "optionId",
                made("items[0].optionId", "/v1/goals/{id}/options", goal, OFFERED)));
        plan.putAll(lookingBackAndEnding());
        return plan;
    }

    private Map<String, String> lookingBackAndEnding() throws Exception {
        String review = made("reviewId", "/v1/cases/{id}/reviews", caseId, "{\"dueOn\": \"2099-01-01\"}");
        String levels = made("selfSufficiencyId", "/v1/cases/{id}/self-sufficiency", caseId, LEVELS);
        as(named).header("If-Match", "*").body("{\"to\": \"w\", \"handoverNote\": \"n\"}")
                .post("/v1/cases/{id}/transfer", caseId).then().statusCode(409);
        String dependency = UUID.randomUUID().toString();
        database.run("""
                insert into dependency_review (id, case_id, client_id, home_agency, agreement_id, extensions, status,
                                               raised_at, version)
                select ?::uuid, case_id, client_id, home_agency, id, 3, 'raised', now(), 0
                  from agreement where client_id = ? limit 1""", dependency, client);
        database.run("""
                insert into case_transfer (id, case_id, client_id, home_agency, from_worker, to_worker, note_id,
                                           transferred_by, transferred_at, version)
                select gen_random_uuid(), case_id, client_id, home_agency, 'a', 'b', id, 'c', now(), 0
                  from note where client_id = ? limit 1""", client);
        database.run("insert into worker_conflict (id, agency, worker, client_id, in_force, version)"
                + " values (?, ?, 'w', ?, true, 0)", UUID.randomUUID(), Tokens.FAMILY_SERVICES, client);
        database.run("""
                insert into check_in (id, case_id, client_id, home_agency, due_on, status, version)
                values (?, ?::uuid, ?, ?, '2099-01-01', 'planned', 0)""", UUID.randomUUID(), caseId, client,
                Tokens.FAMILY_SERVICES);
        database.run("""
                insert into worker_request (id, case_id, client_id, home_agency, status, instead_of, recorded_by,
                                            requested_at, version)
                values (?, ?::uuid, ?, ?, 'requested', 'a', 'b', now(), 0)""", UUID.randomUUID(), caseId, client,
                Tokens.FAMILY_SERVICES);
        return Map.of("feedbackId", made("feedbackId", "/v1/cases/{id}/feedback", caseId, FEEDBACK), "complaintId",
                made("complaintId", "/v1/cases/{id}/complaints", caseId, COMPLAINT), "workerRequestId",
                ids("worker_request").get(0), "reviewId", review, "selfSufficiencyId", levels, "dependencyReviewId",
                dependency, "closureId",
                made("closureId", "/v1/cases/{id}/closures", caseId, ENDING), "checkInId", ids("check_in").get(0));
    }

    private String measured(String goal) {
        as(named).header("If-Match", "*").body("{\"manner\": \"verbal\"}").post("/v1/goals/{id}/agree", goal).then()
                .statusCode(200);
        return made("measurementId", "/v1/goals/{id}/measurements", goal, MEASURED);
    }

    private String made(String id, String path, String parent, String body) {
        return as(named).body(body).post(path, parent).then().statusCode(201).extract().path(id);
    }

    private void restricted(long version, List<String> workers) {
        Map<String, Object> state = new HashMap<>(Map.of("clientId", client, "homeAgency", Tokens.FAMILY_SERVICES,
                "version", version));
        if (workers != null) {
            state.put("workers", workers);
        }
        events.tell(KafkaEvents.GRANTS, client, "org.alongside.intake.client.restricted.v1", state);
    }

    /** @param to token subject; null for the whole agency */
    private void grant(UUID to) throws Exception {
        UUID grant = UUID.randomUUID();
        Map<String, Object> state = new HashMap<>(Map.of("grantId", grant, "clientId", client, "homeAgency",
                Tokens.FAMILY_SERVICES, "grantee", Tokens.LEGAL_AID, "parts", List.of("plan"), "purposes",
                List.of("TREAT"), "basis", "consent", "basisId", UUID.randomUUID()));
        state.putAll(Map.of("consentId", UUID.randomUUID(), "validFrom", Instant.now().minusSeconds(60).toString(),
                "validUntil", Instant.now().plusSeconds(600).toString(), "version", 0));
        if (to != null) {
            state.put("worker", to);
        }
        events.tell(KafkaEvents.GRANTS, grant, "org.alongside.intake.grant.issued.v1", state);
        Things.await("the grant", () -> !database.strings("select 1 from access_grant where id = ?", grant).isEmpty());
    }

    private long seen(UUID agency, UUID by, String table) throws SQLException {
        return database.countAs("planning_app", agency, by, "select count(*) from " + table + " where client_id = ?",
                client);
    }

    private List<String> ids(String table) {
        return database.strings("select id::text from " + table + " where client_id = ?", client);
    }

    private ValidatableResponse plan(String token) {
        return as(token).get("/v1/cases/{id}/plan", caseId).then();
    }

    private static ValidatableResponse read(String token, String caseId) {
        return as(token).get("/v1/cases/{id}", caseId).then();
    }

    private void list(String token, int cases) {
        as(token).get("/v1/cases?client={id}", client).then().statusCode(200).body("items", hasSize(cases));
    }

    private static String token(UUID subject) {
        return Tokens.of(Tokens.FAMILY_SERVICES, ROLES.toArray(Role[]::new)).subject(subject).sign();
    }
}
