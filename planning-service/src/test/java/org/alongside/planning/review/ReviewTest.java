package org.alongside.planning.review;

import static org.alongside.planning.Planning.as;
import static org.alongside.planning.Planning.command;
import static org.alongside.planning.Planning.create;
import static org.alongside.planning.Planning.read;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.alongside.planning.Planning;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Looking back together on the days of the agreement, measuring again, and deciding how it goes on. */
@QuarkusTest
class ReviewTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final String HELD = """
            {"whatChanged": "The letters stopped", "decision": "%s", "measurements": [%s], "notMeasured": [%s]}""";

    private final Database database = new Database("planning");
    private final Planning planning = new Planning();
    private UUID caseId;

    @BeforeEach
    void aCase() {
        caseId = planning.caseOpened();
    }

    @Test
    void theDaysOfAnAgreementAreItsReviewsUntilItIsReplaced() {
        UUID first = planning.agreed(caseId, "2026-01-01", "2026-06-30", "2026-03-01", "2026-05-01");
        read("/v1/cases/{id}/reviews", caseId).statusCode(200).body("items.dueOn", contains("2026-03-01", "2026-05-01"))
                .body("items.status", contains("planned", "planned"))
                .body("items.agreementId", contains(first.toString(), first.toString()));
        UUID held = review(0);
        command("reviews", held, "hold", 0, HELD.formatted("continue", "", "")).statusCode(200);
        UUID second = planning.agreed(caseId, "2026-01-01", "2026-06-30", "2026-04-01");
        read("/v1/cases/{id}/reviews", caseId).body("items.status", contains("held", "planned", "called-off"))
                .body("items.dueOn", contains("2026-03-01", "2026-04-01", "2026-05-01"));
        command("agreements", second, "end", 3, "").statusCode(200);
        read("/v1/cases/{id}/reviews", caseId).body("items.status", contains("held", "called-off", "called-off"));
    }

    @Test
    void everyActiveGoalIsMeasuredAgainOrItIsSaidWhyNot() {
        UUID one = activeGoal();
        UUID other = activeGoal();
        UUID proposed = planning.goal(caseId);
        UUID review = planned();
        hold(review, "change", measured(one, 1), "").statusCode(400).body("violations.code", contains("goal-missing"))
                .body("goals", contains(other.toString()));
        hold(review, "change", measured(one, 1) + "," + measured(other, 0) + "," + measured(proposed, 0), "")
                .statusCode(400).body("violations.code", contains("not-active"));
        hold(review, "change", measured(one, 1) + "," + measured(other, 0), unmeasured(other)).statusCode(400)
                .body("violations.code", contains("double"));
        assertEquals(List.of(), measurements());
        hold(review, "change", measured(one, 1), unmeasured(other)).statusCode(200).body("status", equalTo("held"))
                .body("decision", equalTo("change")).body("heldOn", equalTo(TODAY.toString()))
                .body("whatChanged", equalTo("The letters stopped"))
                .body("notMeasured.goalId", contains(other.toString())).body("heldBy", notNullValue());
        assertEquals(List.of(one + " 1"), measurements());
        hold(review, "change", measured(one, 1), unmeasured(other)).statusCode(412);
        command("reviews", review, "hold", 1, HELD.formatted("end", measured(one, 2), unmeasured(other)))
                .statusCode(409);
        assertEquals(List.of(one + " 1"), measurements());
        assertEquals(List.of("change"), database.strings("""
                select convert_from(payload, 'UTF8')::json ->> 'decision' from outbox
                 where topic = 'planning.review.v1' and key = ?""", review.toString()));
    }

    @Test
    void oneCanBePlannedBesidesButNotInThePast() {
        create("/v1/cases/{id}/reviews", caseId, "{\"dueOn\": \"" + TODAY.minusDays(2) + "\"}").statusCode(400)
                .body("violations.field", contains("/dueOn"));
        create("/v1/cases/{id}/reviews", caseId, "{\"dueOn\": \"" + TODAY + "\"}").statusCode(201);
        command("cases", caseId, "hold", 0, "").statusCode(200);
        create("/v1/cases/{id}/reviews", caseId, "{\"dueOn\": \"" + TODAY + "\"}").statusCode(409);
        read("/v1/cases/{id}/reviews", caseId).body("items", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"decision\": \"end\", \"measurements\": [], \"notMeasured\": []}|/whatChanged",
            "{\"whatChanged\": \"w\", \"decision\": \"blame\", \"measurements\": [], \"notMeasured\": []}|/decision",
            "{\"whatChanged\": \"w\", \"decision\": \"end\", \"notMeasured\": []}|/measurements",
            "{\"whatChanged\": \"w\", \"decision\": \"end\", \"measurements\": [], \"notMeasured\": [],"
                    + " \"heldOn\": \"2099-01-01\"}|/heldOn"})
    void namesTheFieldThatIsWrong(String body, String field) {
        command("reviews", planned(), "hold", 0, body).statusCode(400).body("violations.field", hasItem(field));
    }

    @Test
    void anotherAgencyAndOtherRolesSeeNothingOfIt() throws Exception {
        UUID review = planned();
        as(Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER)).get("/v1/reviews/{id}", review).then().statusCode(404);
        as(Tokens.token(Tokens.FAMILY_SERVICES, Role.INTAKE_WORKER)).get("/v1/reviews/{id}", review).then()
                .statusCode(403);
        as(Tokens.token(Tokens.FAMILY_SERVICES, Role.SUPERVISOR)).get("/v1/reviews/{id}", review).then()
                .statusCode(200);
        String count = "select count(*) from review where client_id = ?";
        assertEquals(1, database.countAs("planning_app", Tokens.FAMILY_SERVICES, count, planning.client));
        assertEquals(0, database.countAs("planning_app", Tokens.LEGAL_AID, count, planning.client));
    }

    @Test
    void howFarTheClientGetsByAloneIsKeptOverTime() {
        String start = """
                {"occasion": "start", "measuredOn": "2026-02-28", "levels": {"housing": 1, "law": 2}}""";
        String end = "{\"occasion\": \"end\", \"levels\": {\"housing\": 4, \"law\": 5, \"people\": 3}}";
        create("/v1/cases/{id}/self-sufficiency", caseId, end).statusCode(201).body("measuredOn",
                equalTo(TODAY.toString()));
        create("/v1/cases/{id}/self-sufficiency", caseId, start).statusCode(201).body("levels.housing", equalTo(1));
        read("/v1/cases/{id}/self-sufficiency", caseId).statusCode(200).body("items.occasion", contains("start", "end"))
                .body("items.levels.housing", contains(1, 4)).body("items[1].levels.people", equalTo(3));
        for (String wrong : List.of("{\"occasion\": \"end\", \"levels\": {}}",
                "{\"occasion\": \"end\", \"levels\": {\"housing\": 6}}",
                "{\"occasion\": \"end\", \"levels\": {\"housing\": null}}",
                "{\"occasion\": \"end\", \"levels\": {\"attitude\": 1}}",
                "{\"occasion\": \"end\", \"levels\": {\"law\": 1}, \"measuredOn\": \"2099-01-01\"}",
                "{\"levels\": {\"law\": 1}}")) {
            create("/v1/cases/{id}/self-sufficiency", caseId, wrong).statusCode(400);
        }
        assertEquals(List.of("0"), database.strings("select count(*)::text from self_sufficiency s"
                + " where client_id = ? and strpos(s::text, encode('housing', 'hex')) > 0", planning.client));
    }

    private UUID activeGoal() {
        UUID goal = planning.goal(caseId);
        command("goals", goal, "agree", 0, "{\"manner\": \"verbal\"}").statusCode(200);
        command("goals", goal, "activate", 1, "").statusCode(200);
        return goal;
    }

    private UUID planned() {
        return UUID.fromString(create("/v1/cases/{id}/reviews", caseId, "{\"dueOn\": \"" + TODAY + "\"}")
                .statusCode(201).extract().path("reviewId"));
    }

    private UUID review(int number) {
        return UUID.fromString(read("/v1/cases/{id}/reviews", caseId).extract().path("items[" + number
                + "].reviewId"));
    }

    private ValidatableResponse hold(UUID review, String decision, String measured,
            String unmeasured) {
        return command("reviews", review, "hold", 0, HELD.formatted(decision, measured, unmeasured));
    }

    private static String measured(UUID goal, int level) {
        return "{\"goalId\": \"%s\", \"level\": %d, \"evidence\": \"e\"}".formatted(goal, level);
    }

    private static String unmeasured(UUID goal) {
        return "{\"goalId\": \"%s\", \"reason\": \"r\"}".formatted(goal);
    }

    private List<String> measurements() {
        return database.strings("select goal_id || ' ' || level from goal_measurement where case_id = ? order by id",
                caseId);
    }
}
