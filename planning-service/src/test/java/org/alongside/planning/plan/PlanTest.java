package org.alongside.planning.plan;

import static org.alongside.planning.Planning.as;
import static org.alongside.planning.Planning.command;
import static org.alongside.planning.Planning.create;
import static org.alongside.planning.Planning.newMark;
import static org.alongside.planning.Planning.read;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.alongside.planning.Planning;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class PlanTest {

    private static final String LOGIN = "planning_app";

    private final Database database = new Database("planning");
    private final Planning planning = new Planning();
    private final String mark = newMark();
    private UUID caseId;
    private UUID need;

    @BeforeEach
    void aCaseWithANeed() {
        caseId = planning.caseOpened();
        need = planning.needAssessed(caseId);
    }

    @Test
    void thePlanShowsNeedsAgreementGoalsAndWhoDoesWhat() {
        UUID goal = goal();
        step(goal, "client");
        step(goal, "agency");
        command("steps", step(goal, "worker"), "skip", 0, "{\"reason\": \"Reason-%s\"}".formatted(mark))
                .statusCode(200);
        agreement();
        planning.plan(caseId).body("caseId", equalTo(caseId.toString())).body("phase", equalTo("engaging"))
                .body("needs[0].category", equalTo("legal-aid")).body("needs[0].severity", equalTo(2))
                .body("needs[0].urgency", equalTo("urgent")).body("needs[0].priority", equalTo(1))
                .body("needs[0].outcome.metStatus", equalTo("open")).body("agreement.status", equalTo("agreed"))
                .body("goals[0].goal.clientWords", equalTo("Words-" + mark)).body("goals[0].steps", hasSize(3))
                .body("goals[0].steps[2].status", equalTo("skipped")).body("balance.client", equalTo(1))
                .body("balance.agency", equalTo(1)).body("balance.worker", equalTo(0))
                .body("balance.warning", nullValue());
    }

    @Test
    void aWorkerWhoDoesEverythingIsWarned() {
        planning.plan(caseId).body("balance.warning", nullValue());
        UUID goal = goal();
        step(goal, "worker");
        planning.plan(caseId).body("balance.worker", equalTo(1)).body("balance.warning", equalTo("worker-carries-all"));
        step(goal, "client");
        planning.plan(caseId).body("balance.warning", nullValue());
    }

    @Test
    void aGrantOfThePlanOpensItAndNoOtherGrantDoes() throws SQLException {
        readAsLegalAid().statusCode(404);
        grant("{identity,assessment}");
        // while there is no goal yet that would refuse in the place of the case
        readAsLegalAid().statusCode(404);
        List<String> itsParts = List.of("/v1/cases/" + caseId, "/v1/goals/" + goal(), "/v1/agreements/" + agreement());
        itsParts.forEach(part -> as(legalAid()).get(part).then().statusCode(404));
        grant("{plan}");
        itsParts.forEach(part -> as(legalAid()).get(part).then().statusCode(200));
        readAsLegalAid().statusCode(200).body("goals[0].goal.clientWords", equalTo("Words-" + mark));
        as(legalAid()).header("If-Match", "\"0\"").body("{\"phase\": \"assessing\"}")
                .post("/v1/cases/{id}/move-phase", caseId).then().statusCode(404);
        as(legalAid()).get("/v1/cases").then().statusCode(200).body("items", hasSize(0));
        database.run("update access_grant set revoked_at = now() where client_id = ?", planning.client);
        readAsLegalAid().statusCode(404);
    }

    /** The plan is open to more roles than hesitations are. */
    @Test
    void whoMayNotListHesitationsSeesNoneInThePlan() {
        create("/v1/goals/{id}/hesitations", goal(), "{\"cause\": \"fear\", \"clientWords\": \"w\"}").statusCode(201);
        for (Role role : List.of(Role.INTAKE_WORKER, Role.RECEIVING_WORKER)) {
            as(Tokens.token(Tokens.FAMILY_SERVICES, role)).get("/v1/cases/{id}/plan", caseId).then().statusCode(200)
                    .body("goals", hasSize(1)).body("hesitations", hasSize(0));
        }
        as(Tokens.token(Tokens.FAMILY_SERVICES, Role.SUPERVISOR)).get("/v1/cases/{id}/plan", caseId).then()
                .body("hesitations", hasSize(1));
    }

    /** Decided by the gate alone, with the policy of the rows off. */
    @Test
    void noGrantOpensHesitationsWithRowLevelSecurityOff() throws SQLException {
        create("/v1/goals/{id}/hesitations", goal(), "{\"cause\": \"fear\", \"clientWords\": \"w\"}").statusCode(201);
        grant("{plan,assessment,notes}");
        database.run("alter table hesitation disable row level security");
        try {
            readAsLegalAid().statusCode(200).body("goals", hasSize(1)).body("hesitations", hasSize(0));
        } finally {
            database.run("alter table hesitation enable row level security");
        }
    }

    @Test
    void anotherAgencySeesWhatWasAgreedAndNothingOfTheNegotiation() throws SQLException {
        UUID inForce = agreement();
        UUID draft = planning.drafted(caseId, "2026-01-01", "2026-07-31");
        UUID proposed = planning.drafted(caseId, "2026-01-01", "2026-08-31");
        command("agreements", proposed, "propose", 0, "").statusCode(200);
        grant("{plan}");
        assertOnlyTheAgreedOneIsSeen(inForce, draft, proposed);
        assertEquals(1, database.countAs(LOGIN, Tokens.LEGAL_AID, "select count(*) from agreement where client_id = ?",
                planning.client));
        database.run("alter table agreement disable row level security");
        try {
            assertOnlyTheAgreedOneIsSeen(inForce, draft, proposed);
        } finally {
            database.run("alter table agreement enable row level security");
        }
    }

    private void assertOnlyTheAgreedOneIsSeen(UUID inForce, UUID... others) {
        as(legalAid()).get("/v1/cases/{id}/agreements", caseId).then().statusCode(200).body("items.agreementId",
                contains(inForce.toString()));
        for (UUID other : others) {
            as(legalAid()).get("/v1/agreements/{id}", other).then().statusCode(404);
        }
    }

    @Test
    void theDatabaseOpensThePlanByThePartPlanOnly() throws SQLException {
        step(goal(), "client");
        agreement();
        measured(planning.goal(caseId));
        grant("{identity,assessment,notes,referral}");
        for (String table : List.of("client_case", "agreement", "goal", "step", "goal_measurement", "referral_state")) {
            assertEquals(0, database.countAs(LOGIN, Tokens.LEGAL_AID,
                    "select count(*) from " + table + " where client_id = ?", planning.client), table);
        }
        grant("{plan}");
        assertEquals(1, database.countAs(LOGIN, Tokens.LEGAL_AID,
                "select count(*) from goal_measurement where client_id = ?", planning.client));
    }

    private void measured(UUID goal) {
        command("goals", goal, "agree", 0, "{\"manner\": \"verbal\"}").statusCode(200);
        create("/v1/goals/{id}/measurements", goal, "{\"level\": 1, \"evidence\": \"e\"}").statusCode(201);
    }

    @Test
    void whatTheClientDeniedAndWhyAGoalWasDroppedStayAtHome() throws SQLException {
        UUID goal = goal();
        command("goals", goal, "drop", 0, "{\"reason\": \"Changed my mind\"}").statusCode(200);
        grant("{plan,assessment}");
        readAsLegalAid().statusCode(200).body("goals[0].goal.status", equalTo("dropped"))
                .body("goals[0].goal.dropReason", nullValue()).body("goals[0].goal.despiteDenial", nullValue());
        planning.plan(caseId).body("goals[0].goal.dropReason", equalTo("Changed my mind"))
                .body("goals[0].goal.despiteDenial", equalTo(false));
    }

    @Test
    void stepsOfADroppedGoalDoNotCountInTheBalance() {
        UUID dropped = goal();
        step(dropped, "client");
        step(planning.goal(caseId), "worker");
        planning.plan(caseId).body("balance.client", equalTo(1)).body("balance.warning", nullValue());
        command("goals", dropped, "drop", 0, "{\"reason\": \"r\"}").statusCode(200);
        planning.plan(caseId).body("balance.client", equalTo(0)).body("balance.warning",
                equalTo("worker-carries-all"));
    }

    /** A figure is told, and no more of the measurements than that. */
    @Test
    void readingThePlanOpensNoMeasurement() {
        UUID goal = planning.goal(caseId);
        measured(goal);
        String measurement = read("/v1/goals/{id}/measurements", goal).extract().path("items[0].measurementId");
        String accessId = planning.plan(caseId).body("attainment.measured", equalTo(1)).extract()
                .header("Alongside-Access-Id");
        assertFalse(entries(accessId).get(0).contains(measurement), entries(accessId).toString());
    }

    @Test
    void aGranteeOfThePlanSeesNeitherNeedsNorReferrals() throws SQLException {
        UUID step = stepOfADeclinedReferral();
        grant("{plan}");
        String accessId = readAsLegalAid().statusCode(200).body("needs", hasSize(0))
                .body("goals[0].steps[0].status", equalTo("blocked"))
                .body("goals[0].steps[0].referralId", nullValue()).body("goals[0].steps[0].blockedBy", nullValue())
                .extract().header("Alongside-Access-Id");
        assertTrue(entries(accessId).get(0).contains("\"parts\":[\"plan\"]"), entries(accessId).toString());
        as(legalAid()).get("/v1/steps/{id}", step).then().statusCode(200).body("referralId", nullValue())
                .body("blockedBy", nullValue());
    }

    @Test
    void aGranteeSeesNeedsByAnotherGrantAndReferralsNever() throws SQLException {
        UUID step = stepOfADeclinedReferral();
        grant("{assessment,referral}");
        readAsLegalAid().statusCode(404);
        as(legalAid()).get("/v1/steps/{id}", step).then().statusCode(404);
        grant("{plan}");
        readAsLegalAid().statusCode(200).body("needs[0].category", equalTo("legal-aid"))
                .body("needs[0].outcome", nullValue()).body("goals[0].goal.clientWords", equalTo("Words-" + mark))
                .body("goals[0].steps[0].referralId", nullValue());
    }

    @Test
    void theHomeAgencySeesWhatTheReferralsCameTo() {
        UUID step = stepOfADeclinedReferral();
        String referral = planning.plan(caseId).body("needs[0].outcome.metStatus", equalTo("in-progress"))
                .body("goals[0].steps[0].blockedBy", equalTo("declined")).extract()
                .path("goals[0].steps[0].referralId");
        read("/v1/steps/{id}", step).body("referralId", equalTo(referral)).body("blockedBy", equalTo("declined"));
    }

    @Test
    void readingThePlanIsOneAccessOfThePlanWithAllItsRecords() {
        UUID goal = goal();
        String accessId = planning.plan(caseId).extract().header("Alongside-Access-Id");
        List<String> entries = entries(accessId);
        assertEquals(1, entries.size());
        assertTrue(entries.get(0).contains("\"op\":\"plan.read\""), entries.get(0));
        for (UUID record : List.of(caseId, need, goal)) {
            assertTrue(entries.get(0).contains(record.toString()), entries.get(0));
        }
    }

    @Test
    void nothingThatWasSaidStandsReadableInTheDatabase() {
        UUID goal = goal();
        UUID step = step(goal, "client");
        command("steps", step, "block", 0, "{\"reason\": \"Reason-%s\"}".formatted(mark)).statusCode(200);
        command("goals", goal, "drop", 0, "{\"reason\": \"Reason-%s\"}".formatted(mark)).statusCode(200);
        agreement();
        assertEquals(1, database.strings("select 1 from goal where id = ?", goal).size());
        for (String table : database.strings("select tablename from pg_tables where schemaname = 'public'")) {
            List<String> hits = database.strings(
                    "select 1 from \"" + table + "\" t where t::text ilike ? or t::text ilike ?",
                    "%" + mark + "%", "%" + HexFormat.of().formatHex(mark.getBytes(StandardCharsets.UTF_8)) + "%");
            assertTrue(hits.isEmpty(), "What was said is readable in table " + table);
        }
    }

    @Test
    void rowLevelSecurityHidesEveryTableOfThePlanByItself() throws SQLException {
        stepOfADeclinedReferral();
        agreement();
        for (String table : List.of("client_case", "need", "referral_state", "agreement", "goal", "step")) {
            String count = "select count(*) from " + table + " where client_id = ?";
            assertTrue(database.countAs(LOGIN, Tokens.FAMILY_SERVICES, count, planning.client) > 0, table);
            assertEquals(0, database.countAs(LOGIN, Tokens.HOUSING, count, planning.client), table);
            assertEquals(0, database.countAs(LOGIN, null, count, planning.client), table);
        }
    }

    @Test
    void theDatabaseLetsAGranteeReadAndOnlyTheHomeAgencyChange() throws SQLException {
        step(goal(), "client");
        agreement();
        grant("{plan}");
        for (String table : List.of("client_case", "agreement", "goal", "step")) {
            String count = "select count(*) from " + table + " where client_id = ?";
            String change = "with changed as (update " + table
                    + " set version = version where client_id = ? returning id)"
                    + " select count(*) from changed";
            assertTrue(database.countAs(LOGIN, Tokens.LEGAL_AID, count, planning.client) > 0, table);
            assertEquals(0, database.countAs(LOGIN, Tokens.LEGAL_AID, change, planning.client), table);
            assertTrue(database.countAs(LOGIN, Tokens.FAMILY_SERVICES, change, planning.client) > 0, table);
        }
    }

    @Test
    void whatAReferralIsForMayBeToldLater() {
        UUID referral = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        planning.referral("requested", referral, other, "requested", "");
        planning.referral("changed", referral, need, "requested", "");
        planning.await("the outcome of the need", () -> referral.toString()
                .equals(planning.plan(caseId).extract().<String>path("needs[0].outcome.referralId")));
    }

    /** Followed by a second referral for the need, which goes on. */
    private UUID stepOfADeclinedReferral() {
        UUID declined = UUID.randomUUID();
        UUID step = id("stepId", create("/v1/goals/{id}/steps", goal(), """
                {"owner": "agency", "text": "Text-%s", "dueOn": "2026-02-01", "referralId": "%s"}""".formatted(mark,
                declined)));
        planning.referral("requested", UUID.randomUUID(), need, "requested", "");
        planning.referral("moved", declined, need, "declined", "\"reason\": \"no-capacity\",");
        planning.await("the blocked step",
                () -> "blocked".equals(read("/v1/steps/{id}", step).extract().<String>path("status")));
        planning.await("the outcome of the need", () -> "in-progress"
                .equals(planning.plan(caseId).extract().<String>path("needs[0].outcome.metStatus")));
        return step;
    }

    private List<String> entries(String accessId) {
        return database.strings("select convert_from(payload, 'UTF8') from outbox"
                + " where topic = 'audit.access.v1' and convert_from(payload, 'UTF8') like ?", "%" + accessId + "%");
    }

    private UUID goal() {
        return id("goalId", create("/v1/cases/{id}/goals", caseId, """
                {"needId": "%1$s", "clientWords": "Words-%2$s", "weight": 1,
                 "levels": ["a-%2$s", "b-%2$s", "c-%2$s", "d-%2$s", "e-%2$s"]}""".formatted(need, mark)));
    }

    private UUID step(UUID goal, String owner) {
        return id("stepId", create("/v1/goals/{id}/steps", goal, """
                {"owner": "%s", "text": "Text-%s", "dueOn": "2026-02-01"}""".formatted(owner, mark)));
    }

    private UUID agreement() {
        UUID agreement = id("agreementId", create("/v1/cases/{id}/agreements", caseId, """
                {"purpose": "Purpose-%1$s", "goals": "Goals-%1$s", "tasksOfClient": "Client-%1$s", "tasksOfWorker": "Worker-%1$s",
                 "meetingRhythm": "Rhythm-%1$s", "limits": "Limits-%1$s", "startsOn": "2026-01-01", "reviewOn": [],
                 "plannedEndOn": "2026-06-30"}""".formatted(mark)));
        command("agreements", agreement, "propose", 0, "").statusCode(200);
        command("agreements", agreement, "agree", 1, "{\"party\": \"worker\", \"manner\": \"electronic\"}")
                .statusCode(200);
        command("agreements", agreement, "agree", 2, "{\"party\": \"client\", \"manner\": \"verbal\"}").statusCode(200);
        return agreement;
    }

    private static UUID id(String member, ValidatableResponse response) {
        return UUID.fromString(response.statusCode(201).extract().path(member));
    }

    private static String legalAid() {
        return Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER);
    }

    private ValidatableResponse readAsLegalAid() {
        return as(legalAid()).get("/v1/cases/{id}/plan", caseId).then();
    }

    /** As the copy stands after the events of a grant and a heartbeat of this moment. */
    private void grant(String parts) throws SQLException {
        database.run("""
                insert into access_grant values (?, ?, ?, ?, ?::text[], '{TREAT}', 'consent', ?, ?, now() - interval '1 minute',
                    now() + interval '1 day', null, 0, '{food-insecurity,legal-aid}')""", UUID.randomUUID(),
                planning.client, Tokens.FAMILY_SERVICES,
                Tokens.LEGAL_AID, parts, UUID.randomUUID(), UUID.randomUUID());
        database.run(
                "insert into grant_feed (as_of) values (now()) on conflict (only_row) do update set as_of = excluded.as_of");
    }
}
