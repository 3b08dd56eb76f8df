package org.alongside.planning.clientdata;

import static org.alongside.planning.Planning.CASE_WORKER;
import static org.alongside.planning.Planning.as;
import static org.alongside.planning.Planning.create;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.ClientDataTables;
import org.alongside.kit.testing.ClientDataWords;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.alongside.planning.Planning;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

/** A client asks for all that is held about them, and gets it. */
@QuarkusTest
class ClientDataTest {

    private static final String OFFICER = Tokens.token(Tokens.FAMILY_SERVICES, Role.PRIVACY_OFFICER);
    private static final String SUPERVISOR = Tokens.token(Tokens.FAMILY_SERVICES, Role.SUPERVISOR);
    private static final String AGREEMENT = """
            {"purpose": "Purpose-%s", "goals": "g", "tasksOfClient": "c", "tasksOfWorker": "w", "meetingRhythm": "m",
             "limits": "l", "startsOn": "2026-01-01", "reviewOn": [], "plannedEndOn": "2026-06-30"}""";
    private static final String GOAL = """
            {"needId": "%s", "clientWords": "Goal-%s", "weight": 1, "levels": ["a", "b", "c", "d", "e"]}""";

    private final Planning planning = new Planning();
    private final String mark = Planning.newMark();
    private final ClientDataTables tables = new ClientDataTables(new Database("planning"),
            Set.of("client_case", "agreement", "goal", "step", "need", "goal_option", "hesitation", "note",
                    "goal_measurement", "review", "self_sufficiency", "dependency_review", "closure", "check_in",
                    "case_transfer", "feedback", "complaint", "worker_request"),
            Map.of(),
            // keys; copies of what other services tell, which hand it out themselves
            Set.of("client_key", "access_grant", "merged_client", "restricted_client", "referral_state",
                    "worker_conflict"));

    @Test
    void holdsEveryRowOfTheClient() {
        String goal = aPlan();
        JsonPath data = read(OFFICER, "application/json").statusCode(200)
                .body("format", equalTo("org.alongside.planning-data.v1"))
                .body("clientId", equalTo(planning.client.toString()))
                .body("cases[0].agreements[0].purpose", equalTo("Purpose-" + mark))
                .body("cases[0].goals[0].goal.goalId", equalTo(goal))
                .body("cases[0].goals[0].goal.clientWords", equalTo("Goal-" + mark))
                .body("cases[0].goals[0].steps[0].text", equalTo("Step-" + mark)).body("needs", hasSize(1))
                .body("cases[0].hesitations[0].clientWords", equalTo("Afraid-" + mark))
                .body("cases[0].options.words", hasItems("Way-" + mark, "Other way-" + mark))
                .body("cases[0].notes[0].words", equalTo("Note-" + mark))
                .body("cases[0].closures[0].gains", equalTo("Gain-" + mark)).extract()
                .jsonPath();
        tables.check(planning.client, data);
    }

    @Test
    void saysTheSameOnAPageForPeople() {
        aPlan();
        read(OFFICER, "text/html").statusCode(200).body(containsString("<h1>What is kept about your plan</h1>"))
                .body(containsString("Goal-" + mark)).body(containsString("Step-" + mark))
                .body(containsString("Purpose-" + mark));
    }

    @Test
    void everyMemberHasWordsInEachLanguage() {
        ClientDataWords.check("PlanningData");
    }

    @Test
    void onlyThePrivacyOfficerOfTheHomeAgencyReadsIt() {
        aPlan();
        read(CASE_WORKER, "application/json").statusCode(403);
        read(Tokens.token(Tokens.LEGAL_AID, Role.PRIVACY_OFFICER), "application/json").statusCode(404);
        as(OFFICER).get("/v1/clients/{id}/planning-data", UUID.randomUUID()).then().statusCode(404);
    }

    private String aPlan() {
        UUID caseId = planning.caseOpened();
        UUID need = planning.needAssessed(caseId);
        create("/v1/cases/{id}/agreements", caseId, AGREEMENT.formatted(mark)).statusCode(201);
        String goal = create("/v1/cases/{id}/goals", caseId, GOAL.formatted(need, mark)).statusCode(201).extract()
                .path("goalId");
        UUID goalId = UUID.fromString(goal);
        Planning.command("goals", goalId, "agree", 0, "{\"manner\": \"verbal\"}").statusCode(200);
        create("/v1/goals/{id}/options", goalId,
                "{\"options\": [{\"words\": \"Way-%1$s\"}, {\"words\": \"Other way-%1$s\"}]}".formatted(mark))
                .statusCode(201);
        create("/v1/goals/{id}/hesitations", goalId,
                "{\"cause\": \"fear\", \"clientWords\": \"Afraid-%s\"}".formatted(mark))
                .statusCode(201);
        create("/v1/cases/{id}/notes", caseId, "{\"kind\": \"meeting\", \"words\": \"Note-%s\"}".formatted(mark))
                .statusCode(201);
        create("/v1/goals/{id}/measurements", goalId, "{\"level\": -1, \"evidence\": \"Seen-%s\"}".formatted(mark))
                .statusCode(201);
        create("/v1/goals/{id}/steps", goalId,
                "{\"owner\": \"worker\", \"text\": \"Step-%s\", \"dueOn\": \"2026-02-01\"}"
                        .formatted(mark))
                .statusCode(201);
        extendedAndEnded(caseId);
        return goal;
    }

    private void extendedAndEnded(UUID caseId) {
        for (String until : List.of("2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30")) {
            planning.agreed(caseId, "2026-01-01", until, "2026-03-01");
        }
        create("/v1/cases/{id}/self-sufficiency", caseId, "{\"occasion\": \"end\", \"levels\": {\"law\": 4}}")
                .statusCode(201);
        as(SUPERVISOR).header("If-Match", "*").body("{\"to\": \"w2\", \"handoverNote\": \"n\"}")
                .post("/v1/cases/{id}/transfer", caseId).then().statusCode(200);
        create("/v1/cases/{id}/feedback", caseId, """
                {"ratings": {"heard": 7, "goals": 8, "manner": 9, "whole": 10}, "workerMaySee": false}""")
                .statusCode(201);
        create("/v1/cases/{id}/complaints", caseId, "{\"about\": [], \"clientWords\": \"c\"}").statusCode(201);
        create("/v1/cases/{id}/worker-requests", caseId, "{}").statusCode(201);
        UUID closure = UUID.fromString(create("/v1/cases/{id}/closures", caseId, """
                {"reason": "goals-met", "gains": "Gain-%s", "explanation": "e", "confidence": 5, "openDoorContact": "o",
                 "checkInOn": "%s"}""".formatted(mark, LocalDate.now(ZoneOffset.UTC).plusDays(30))).statusCode(201)
                .extract().path("closureId"));
        Planning.command("closures", closure, "complete", 0, "{}").statusCode(200);
    }

    private ValidatableResponse read(String token, String accept) {
        return as(token).accept(accept).get("/v1/clients/{id}/planning-data", planning.client).then();
    }
}
