package org.alongside.planning.workqueue;

import static org.alongside.planning.Planning.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
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

/** What waits for a worker, of the own cases only, with what can be done about it. */
@QuarkusTest
class QueueTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private final Database database = new Database("planning");
    private final Planning planning = new Planning();
    private final UUID me = UUID.randomUUID();
    private final String mine = token(me, Role.CASE_WORKER);
    private UUID caseId;
    private UUID goal;

    @BeforeEach
    void aCase() {
        caseId = planning.caseOpened(me.toString());
        goal = planning.goal(caseId);
    }

    @Test
    void stepsStandWhereTheirDayAndTheirOwnerPutThem() {
        String late = step("worker", TODAY.minusDays(1));
        String clients = step("client", TODAY);
        String agencys = step("agency", TODAY.plusDays(3));
        queue("today").body("items.id", contains(clients)).body("items.kind", contains("step"))
                .body("items.caseId", contains(caseId.toString()))
                .body("items[0].allowedActions", containsInAnyOrder("block", "skip"));
        queue("overdue").body("items.id", contains(late));
        queue("waiting-for-client").body("items.id", containsInAnyOrder(clients, goal.toString()))
                .body("items.find { it.kind == 'goal' }.allowedActions", contains("agree", "drop"));
        queue("waiting-for-agency").body("items.id", contains(agencys));
        agreeGoal();
        queue("today").body("items[0].allowedActions", containsInAnyOrder("start", "block", "skip"));
        as(mine).header("If-Match", "\"0\"").post("/v1/steps/{id}/start", late).then().statusCode(200);
        queue("overdue").body("items[0].allowedActions", containsInAnyOrder("complete", "block", "skip"))
                .body("items[0].version", equalTo(1));
        as(mine).header("If-Match", "\"1\"").post("/v1/steps/{id}/complete", late).then().statusCode(200);
        queue("overdue").body("items", empty());
    }

    @Test
    void everyActionThatIsOfferedIsTaken() {
        agreeGoal();
        step("worker", TODAY);
        List<String> offered = queue("today").extract().path("items[0].allowedActions");
        for (String action : offered) {
            String one = step("worker", TODAY);
            as(mine).header("If-Match", "\"0\"").body(action.equals("start") ? "" : "{\"reason\": \"r\"}")
                    .post("/v1/steps/{id}/" + action, one).then().statusCode(200);
        }
    }

    @Test
    void agreementsWaitForTheSideWithWhichTheyLie() {
        UUID agreement = planning.drafted(caseId, "2026-01-01", "2099-06-30");
        queue("waiting-for-client").body("items.kind", not(hasItem("agreement")));
        Planning.command("agreements", agreement, "propose", 0, "").statusCode(200);
        queue("waiting-for-client").body("items.id", hasItem(agreement.toString()));
        String answer = Planning.command("agreements", agreement, "counter-propose", 1,
                Planning.agreement("2026-01-01", "2099-05-31")).statusCode(201).extract().path("agreementId");
        queue("waiting-for-client").body("items.kind", not(hasItem("agreement")));
        queue("today").body("items.id", contains(answer)).body("items[0].allowedActions",
                contains("agree", "counter-propose", "decline"));
        agree(answer, 0, "worker");
        queue("today").body("items", empty());
        queue("waiting-for-client").body("items.id", hasItem(answer));
        agree(answer, 1, "client");
        queue("waiting-for-client").body("items.kind", not(hasItem("agreement")));
    }

    @Test
    void whatIsOverTimeAndReviewsThatWereMissedAreOverdue() {
        planning.agreed(caseId, "2026-01-01", "2026-06-30", "2026-03-01");
        queue("overdue").body("items.kind", contains("review", "case")).body("items.dueOn",
                contains("2026-03-01", "2026-06-30"));
        as(mine).header("If-Match", "*").post("/v1/cases/{id}/hold", caseId).then().statusCode(200);
        queue("overdue").body("items.kind", contains("case"));
    }

    @Test
    void checkInsAndReferralsOutliveTheCase() throws Exception {
        UUID need = planning.needAssessed(caseId);
        UUID referral = UUID.randomUUID();
        planning.referral("requested", referral, need, "accepted", "");
        planning.await("the referral", () -> queue("waiting-for-agency").extract().<List<String>>path("items.id")
                .contains(referral.toString()));
        step("client", TODAY);
        String closure = as(mine).body("""
                {"reason": "goals-met", "gains": "g", "explanation": "e", "confidence": 5, "openDoorContact": "o",
                 "checkInOn": "%s"}""".formatted(TODAY.plusDays(30))).post("/v1/cases/{id}/closures", caseId).then()
                .statusCode(201).extract().path("closureId");
        as(mine).header("If-Match", "\"0\"").body("{\"openReferrals\": [\"" + referral + "\"]}")
                .post("/v1/closures/{id}/complete", closure).then().statusCode(200);
        queue("waiting-for-agency").body("items.id", contains(referral.toString()))
                .body("items[0].allowedActions", empty());
        queue("waiting-for-client").body("items", empty());
        queue("today").body("items", empty());
        database.run("update check_in set due_on = ? where case_id = ?", java.sql.Date.valueOf(TODAY), caseId);
        queue("today").body("items.kind", contains("check-in")).body("items[0].allowedActions",
                contains("record", "reopen"));
        database.run("update check_in set due_on = ? where case_id = ?", java.sql.Date.valueOf(TODAY.minusDays(1)),
                caseId);
        queue("overdue").body("items.kind", contains("check-in"));
    }

    @Test
    void hesitationsWaitUntilTheyAreAnswered() {
        String hesitation = as(mine).body("{\"cause\": \"fear\"}").post("/v1/goals/{id}/hesitations", goal).then()
                .statusCode(201).extract().path("hesitationId");
        queue("today").body("items.id", contains(hesitation)).body("items[0].allowedActions", contains("answer"));
        as(mine).header("If-Match", "\"0\"").body("{\"change\": \"pace\"}")
                .post("/v1/hesitations/{id}/answer", hesitation).then().statusCode(200);
        queue("today").body("items", empty());
    }

    @Test
    void supervisorsSeeWhatTheyDecideAndNobodySeesAnothersQueue() throws Exception {
        String step = step("worker", TODAY);
        String dependency = UUID.randomUUID().toString();
        UUID agreement = planning.drafted(caseId, "2026-01-01", "2099-06-30");
        database.run("""
                insert into dependency_review (id, case_id, client_id, home_agency, agreement_id, extensions, status,
                                               raised_at, version)
                values (?::uuid, ?, ?, ?, ?, 3, 'raised', now(), 0)""", dependency, caseId, planning.client,
                Tokens.FAMILY_SERVICES, agreement);
        String supervisor = token(UUID.randomUUID(), Role.SUPERVISOR);
        List<String> all = everyPage(supervisor, "today");
        assertEquals(List.of(true, false), List.of(all.contains(dependency), all.contains(step)));
        queue("today").body("items.id", contains(step));
        String other = token(UUID.randomUUID(), Role.CASE_WORKER);
        for (String list : List.of("today", "overdue", "waiting-for-client", "waiting-for-agency")) {
            queue(other, list, 50, null).body("items", empty());
            queue(Tokens.of(Tokens.LEGAL_AID, Role.CASE_WORKER).subject(me).sign(), list, 50, null).body("items",
                    empty());
        }
        UUID helper = UUID.randomUUID();
        as(mine).header("If-Match", "*").body("{\"worker\": \"" + helper + "\"}")
                .post("/v1/cases/{id}/add-to-team", caseId).then().statusCode(200);
        queue(token(helper, Role.CASE_WORKER), "today", 50, null).body("items.id", contains(step));
        as(Tokens.token(Tokens.FAMILY_SERVICES, Role.INTAKE_WORKER)).get("/v1/work-queue?list=today").then()
                .statusCode(403);
        as(mine).get("/v1/work-queue").then().statusCode(400);
        as(mine).get("/v1/work-queue?list=tomorrow").then().statusCode(400)
                .body("type", equalTo("urn:alongside:problem:unknown-code"))
                .body("violations.field", contains("query:list"))
                .body("allowed", hasSize(4));
    }

    @Test
    void pagesComeInTheOrderOfTheDaysAndMissNothing() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            expected.add(step("client", TODAY.plusDays(i / 2)));
        }
        expected.add(goal.toString());
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            ValidatableResponse page = queue(mine, "waiting-for-client", 3, cursor);
            seen.addAll(page.extract().path("items.id"));
            cursor = page.extract().path("next");
        } while (cursor != null);
        assertEquals(expected, seen);
        String today = queue(mine, "waiting-for-client", 3, null).body("items", hasSize(3)).extract().path("next");
        as(mine).queryParam("list", "overdue").queryParam("cursor", today).get("/v1/work-queue").then()
                .statusCode(400);
    }

    private static List<String> everyPage(String token, String list) {
        List<String> all = new ArrayList<>();
        String cursor = null;
        do {
            ValidatableResponse page = queue(token, list, 200, cursor);
            all.addAll(page.extract().path("items.id"));
            cursor = page.extract().path("next");
        } while (cursor != null);
        return all;
    }

    private void agreeGoal() {
        as(mine).header("If-Match", "\"0\"").body("{\"manner\": \"verbal\"}").post("/v1/goals/{id}/agree", goal).then()
                .statusCode(200);
    }

    private void agree(String agreement, int version, String party) {
        as(mine).header("If-Match", "\"" + version + "\"")
                .body("{\"party\": \"%s\", \"manner\": \"verbal\"}".formatted(party))
                .post("/v1/agreements/{id}/agree", agreement).then().statusCode(200);
    }

    private String step(String owner, LocalDate due) {
        return as(mine).body("{\"owner\": \"%s\", \"text\": \"t\", \"dueOn\": \"%s\"}".formatted(owner, due))
                .post("/v1/goals/{id}/steps", goal).then().statusCode(201).extract().path("stepId");
    }

    private ValidatableResponse queue(String list) {
        return queue(mine, list, 50, null);
    }

    private static ValidatableResponse queue(String token, String list, int limit, String cursor) {
        var request = as(token).queryParam("list", list).queryParam("limit", limit);
        return (cursor == null ? request : request.queryParam("cursor", cursor)).get("/v1/work-queue").then()
                .statusCode(200);
    }

    private static String token(UUID subject, Role role) {
        return Tokens.of(Tokens.FAMILY_SERVICES, role).subject(subject).sign();
    }
}
