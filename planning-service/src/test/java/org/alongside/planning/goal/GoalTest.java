package org.alongside.planning.goal;

import static org.alongside.planning.Planning.as;
import static org.alongside.planning.Planning.command;
import static org.alongside.planning.Planning.create;
import static org.alongside.planning.Planning.read;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.alongside.planning.Planning;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class GoalTest {

    private static final String VERBAL = "{\"manner\": \"verbal\"}";

    private final Database database = new Database("planning");
    private final Planning planning = new Planning();
    private UUID caseId;
    private UUID need;

    @BeforeEach
    void aCaseWithANeed() {
        caseId = planning.caseOpened();
        need = planning.needAssessed(caseId);
    }

    @Test
    void aGoalIsActiveOnlyAfterTheClientsAssentIsRecorded() {
        UUID goal = proposed();
        command("goals", goal, "activate", 0, "").statusCode(409)
                .body("type", equalTo("urn:alongside:problem:conflicting-state")).body("present", equalTo("proposed"));
        command("goals", goal, "agree", 0, VERBAL).statusCode(200).body("status", equalTo("agreed"))
                .body("clientAssent.manner", equalTo("verbal"));
        command("goals", goal, "activate", 1, "").statusCode(200).body("status", equalTo("active"));
        command("goals", goal, "partly-achieve", 2, "").statusCode(200).body("status", equalTo("partly-achieved"));
        command("goals", goal, "drop", 3, "{\"reason\": \"late\"}").statusCode(409).body("allowed", equalTo(List.of()));
        assertEquals(List.of("proposed", "agreed", "active", "partly-achieved"), database.strings(
                "select convert_from(payload, 'UTF8')::json ->> 'status' from outbox where topic = 'planning.goal.v1' and key = ?"
                        + " order by position",
                goal.toString()));
    }

    @Test
    void anActiveGoalComesToAResultOfTheThree() {
        for (String result : List.of("achieve", "not-achieve")) {
            UUID goal = proposed();
            command("goals", goal, result, 0, "").statusCode(409);
            command("goals", goal, "agree", 0, VERBAL).statusCode(200);
            command("goals", goal, "activate", 1, "").statusCode(200);
            command("goals", goal, result, 2, "").statusCode(200).body("status", equalTo(result + "d"));
        }
    }

    @Test
    void aGoalIsDroppedWithAReasonAndTakesNoMoreSteps() {
        UUID goal = proposed();
        command("goals", goal, "drop", 0, "{}").statusCode(400).body("violations.field", hasItem("/reason"));
        command("goals", goal, "drop", 0, "{\"reason\": \"The client moves away\"}").statusCode(200)
                .body("status", equalTo("dropped")).body("dropReason", equalTo("The client moves away"));
        create("/v1/goals/{id}/steps", goal, """
                {"owner": "client", "text": "t", "dueOn": "2026-02-01"}""").statusCode(409).body("present",
                equalTo("dropped"));
    }

    @Test
    void theClientsWordsAndTheFiveLevelsStayAsWritten() {
        read("/v1/goals/{id}", proposed()).statusCode(200).header("ETag", "\"0\"")
                .body("clientWords", equalTo("I want to stay in my flat"))
                .body("levels", equalTo(List.of("a", "b", "c", "d", "e")))
                .body("weight", equalTo(3)).body("needId", equalTo(need.toString())).body("clientAssent", nullValue());
    }

    @Test
    void aGoalNeedsANeedOfTheClientFiveLevelsAndAWeight() {
        refused(goal(UUID.randomUUID()), "/needId");
        Planning other = new Planning();
        refused(goal(other.needAssessed(other.caseOpened())), "/needId");
        refused(goal(need).replace("\"a\", ", ""), "/levels");
        refused(goal(need).replace("\"a\", ", "\" \", "), "/levels/0");
        refused(goal(need).replace("\"weight\": 3", "\"weight\": 0"), "/weight");
        refused(goal(need).replace("\"weight\": 3", "\"weight\": \"3\""), "/weight");
        refused(goal(need).replace("\"weight\": 3", "\"wait\": 3"), "/wait");
        refused(goal(need).replace("\"I want to stay in my flat\"", "null"), "/clientWords");
    }

    @Test
    void aNeedThatTheClientDeniesGetsNoGoalUnlessThatIsSaid() {
        UUID denied = planning.needAssessed(caseId, "disagrees");
        String silent = goal(denied);
        create("/v1/cases/{id}/goals", caseId, silent).statusCode(400)
                .body("violations.field", equalTo(List.of("/despiteDenial")))
                .body("violations.code", equalTo(List.of("denied-need")));
        refused(said(silent, false), "/despiteDenial");
        create("/v1/cases/{id}/goals", caseId, said(silent, true)).statusCode(201).body("despiteDenial", equalTo(true));
        for (String view : List.of("agrees", "not-asked")) {
            create("/v1/cases/{id}/goals", caseId, goal(planning.needAssessed(caseId, view))).statusCode(201)
                    .body("despiteDenial", equalTo(false));
        }
    }

    private static String said(String goal, boolean despiteDenial) {
        return goal.replace("\"weight\"", "\"despiteDenial\": " + despiteDenial + ", \"weight\"");
    }

    @Test
    void othersSeeNothingAndOnlyCaseWorkersChange() {
        UUID goal = proposed();
        as(Tokens.token(Tokens.HOUSING, Role.CASE_WORKER)).get("/v1/goals/{id}", goal).then().statusCode(404);
        as(Tokens.token(Tokens.HOUSING, Role.CASE_WORKER)).body(goal(need)).post("/v1/cases/{id}/goals", caseId).then()
                .statusCode(404);
        as(Tokens.token(Tokens.FAMILY_SERVICES, Role.INTAKE_WORKER)).header("If-Match", "\"0\"")
                .post("/v1/goals/{id}/activate", goal).then().statusCode(403);
        as(Planning.CASE_WORKER).post("/v1/goals/{id}/activate", goal).then().statusCode(428);
        command("goals", goal, "agree", 9, VERBAL).statusCode(412);
    }

    private UUID proposed() {
        return UUID.fromString(
                create("/v1/cases/{id}/goals", caseId, goal(need)).statusCode(201).extract().path("goalId"));
    }

    private void refused(String body, String field) {
        create("/v1/cases/{id}/goals", caseId, body).statusCode(400).body("violations.field", hasItem(field));
    }

    private static String goal(UUID need) {
        return """
                {"needId": "%s", "clientWords": "I want to stay in my flat", "levels": ["a", "b", "c", "d", "e"], "weight": 3}"""
                .formatted(need);
    }
}
