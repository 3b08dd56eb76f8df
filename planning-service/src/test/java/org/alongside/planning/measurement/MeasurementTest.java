package org.alongside.planning.measurement;

import static org.alongside.planning.Planning.CASE_WORKER;
import static org.alongside.planning.Planning.as;
import static org.alongside.planning.Planning.command;
import static org.alongside.planning.Planning.create;
import static org.alongside.planning.Planning.read;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

/** Goals are measured by the levels of before, and what they come to is one figure of the plan. */
@QuarkusTest
class MeasurementTest {

    private static final String GOAL = """
            {"needId": "%s", "clientWords": "w", "weight": %d, "levels": ["a", "b", "c", "d", "e"]}""";

    private final Database database = new Database("planning");
    private final Planning planning = new Planning();
    private UUID caseId;

    @BeforeEach
    void aCase() {
        caseId = planning.caseOpened();
    }

    @Test
    void thePlanTellsWhereTheGoalsStandByWeightAndWhereTheyStood() {
        UUID first = agreed(2);
        UUID second = agreed(1);
        UUID third = agreed(1);
        agreed(5);
        planning.plan(caseId).body("attainment", nullValue());
        measured(first, -2, "2026-01-10").statusCode(201).body("evidence", equalTo("seen"))
                .body("measuredBy", notNullValue()).body("measuredOn", equalTo("2026-01-10"));
        measured(second, -2, "2026-01-10");
        measured(third, -2, "2026-01-10");
        measured(first, 1, "2026-03-10");
        measured(second, -1, "2026-03-10");
        measured(third, 2, "2026-03-10");
        measured(third, 0, "2026-02-01");
        planning.plan(caseId).body("attainment.tScore", equalTo(60.0f)).body("attainment.measured", equalTo(3))
                .body("attainment.goals", equalTo(4)).body("attainment.first", equalTo(23.3f));
        read("/v1/goals/{id}/measurements", third).statusCode(200).body("items.level", contains(-2, 0, 2));
    }

    @Test
    void whatTheClientHasNotAgreedToOrDroppedIsNotMeasuredAndDoesNotCount() {
        UUID proposed = proposed(1);
        measured(proposed, 0, "2026-01-10").statusCode(409).body("present", equalTo("proposed"));
        UUID dropped = agreed(1);
        measured(dropped, 2, "2026-01-10").statusCode(201);
        command("goals", dropped, "drop", 1, "{\"reason\": \"r\"}").statusCode(200);
        measured(dropped, 2, "2026-01-11").statusCode(409).body("present", equalTo("dropped"));
        planning.plan(caseId).body("attainment", nullValue());
        UUID reached = agreed(1);
        command("goals", reached, "activate", 1, "").statusCode(200);
        command("goals", reached, "achieve", 2, "").statusCode(200);
        measured(reached, 1, "2026-01-10").statusCode(201);
        planning.plan(caseId).body("attainment.tScore", equalTo(60.0f));
    }

    @Test
    void todayIsTheDayWhenNoneIsStatedAndNoneIsStillToCome() {
        UUID goal = agreed(1);
        create("/v1/goals/{id}/measurements", goal, "{\"level\": 0, \"evidence\": \"seen\"}").statusCode(201)
                .body("measuredOn", notNullValue());
        measured(goal, 0, LocalDate.now(ZoneOffset.UTC).plusDays(2).toString()).statusCode(400)
                .body("violations.field", contains("/measuredOn"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"evidence\": \"e\"}|/level", "{\"level\": 3, \"evidence\": \"e\"}|/level",
            "{\"level\": -3, \"evidence\": \"e\"}|/level", "{\"level\": 1}|/evidence",
            "{\"level\": 1, \"evidence\": \"e\", \"measuredOn\": \"2026-02-30\"}|/measuredOn"})
    void namesTheFieldThatIsWrong(String body, String field) {
        create("/v1/goals/{id}/measurements", agreed(1), body).statusCode(400).body("violations.field",
                hasItem(field));
    }

    @Test
    void itStaysAsItWasAndTheHomeAgencysOwn() {
        UUID goal = agreed(1);
        String measurement = measured(goal, 1, "2026-01-10").statusCode(201).extract().path("measurementId");
        String outside = Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER);
        as(outside).get("/v1/measurements/{id}", measurement).then().statusCode(404);
        as(outside).body("{\"level\": 0, \"evidence\": \"e\"}").post("/v1/goals/{id}/measurements", goal).then()
                .statusCode(404);
        as(Tokens.token(Tokens.FAMILY_SERVICES, Role.SUPERVISOR)).body("{\"level\": 0, \"evidence\": \"e\"}")
                .post("/v1/goals/{id}/measurements", goal).then().statusCode(403);
        as(CASE_WORKER).delete("/v1/measurements/{id}", measurement).then().statusCode(405);
        assertThrows(SQLException.class, () -> database.countAs("planning_app", Tokens.FAMILY_SERVICES,
                "with gone as (delete from goal_measurement where id = ?::uuid returning 1) select count(*) from gone",
                measurement));
        assertEquals("0", database.strings("select count(*)::text from goal_measurement m where client_id = ?"
                + " and strpos(m::text, encode('seen', 'hex')) > 0", planning.client).get(0));
    }

    private UUID proposed(int weight) {
        UUID need = planning.needAssessed(caseId);
        return UUID.fromString(create("/v1/cases/{id}/goals", caseId, GOAL.formatted(need, weight)).statusCode(201)
                .extract().path("goalId"));
    }

    private UUID agreed(int weight) {
        UUID goal = proposed(weight);
        command("goals", goal, "agree", 0, "{\"manner\": \"verbal\"}").statusCode(200);
        return goal;
    }

    private static ValidatableResponse measured(UUID goal, int level, String on) {
        return create("/v1/goals/{id}/measurements", goal,
                "{\"level\": %d, \"evidence\": \"seen\", \"measuredOn\": \"%s\"}".formatted(level, on));
    }
}
