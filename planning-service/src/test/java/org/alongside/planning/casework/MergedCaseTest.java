package org.alongside.planning.casework;

import static org.alongside.planning.Planning.CASE_WORKER;
import static org.alongside.planning.Planning.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.KafkaEvents;
import org.alongside.kit.testing.Tokens;
import org.alongside.planning.Planning;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** Two records turned out to be of one person: what was begun under either is in the lists of the one that goes on. */
@QuarkusTest
class MergedCaseTest {

    private static final String GOAL = """
            {"needId": "%s", "clientWords": "w", "weight": 1, "levels": ["a", "b", "c", "d", "e"]}""";

    private final Database database = new Database("planning");
    private final KafkaEvents intake = new KafkaEvents();
    private final Planning survivor = new Planning();
    private final Planning merged = new Planning();

    @AfterEach
    void close() {
        intake.close();
    }

    @Test
    void theCasesOfTheOneThatGoesOnAreThoseOfBothUntilItIsUndone() {
        UUID own = survivor.caseOpened();
        UUID other = merged.caseOpened();
        tell("merged", 0);
        survivor.await("the merge", () -> survivor.cases().size() == 2);
        as(CASE_WORKER).get("/v1/cases?client={id}", survivor.client).then().statusCode(200)
                .body("items.caseId", containsInAnyOrder(own.toString(), other.toString()))
                .body("items.clientId",
                        containsInAnyOrder(survivor.client.toString(), merged.client.toString()));
        as(CASE_WORKER).get("/v1/cases?client={id}&limit=1", survivor.client).then().body("items", hasSize(1))
                .body("next", notNullValue());
        as(CASE_WORKER).get("/v1/cases?client={id}", merged.client).then().body("items.caseId",
                contains(other.toString()));
        tell("unmerged", 1);
        survivor.await("the undoing", () -> survivor.cases().size() == 1);
    }

    @Test
    void whatComesLateChangesNothing() {
        survivor.caseOpened();
        merged.caseOpened();
        tell("merged", 0);
        tell("unmerged", 1);
        tell("merged", 2);
        tell("unmerged", 1);
        survivor.await("all four", () -> database.strings(
                "select last_version::text from inbox_aggregate where topic = 'intake.client.v1' and key = ?",
                merged.client.toString()).equals(List.of("4")));
        assertEquals(2, survivor.cases().size());
    }

    @Test
    void aGoalOfThePlanAnswersANeedOfEitherRecordAndStaysWhenThatIsUndone() {
        UUID own = survivor.caseOpened();
        UUID other = merged.caseOpened();
        UUID need = merged.needAssessed(other);
        Planning.create("/v1/cases/{id}/goals", own, GOAL.formatted(need)).statusCode(400);
        tell("merged", 0);
        survivor.await("the merge", () -> survivor.cases().size() == 2);
        survivor.plan(own).body("needs.needId", contains(need.toString()));
        String goal = Planning.create("/v1/cases/{id}/goals", own, GOAL.formatted(need)).statusCode(201).extract()
                .path("goalId");
        tell("unmerged", 1);
        survivor.await("the undoing", () -> survivor.cases().size() == 1);
        survivor.plan(own).body("needs", hasSize(0)).body("goals[0].goal.goalId", equalTo(goal));
        merged.plan(other).body("needs.needId", contains(need.toString())).body("goals", hasSize(0));
    }

    private void tell(String what, int version) {
        Map<String, Object> state = what.equals("merged")
                ? Map.of("clientId", merged.client, "homeAgency", Tokens.FAMILY_SERVICES, "survivorId",
                        survivor.client, "version", version)
                : Map.of("clientId", merged.client, "homeAgency", Tokens.FAMILY_SERVICES, "version", version);
        intake.tell("intake.client.v1", merged.client, "org.alongside.intake.client." + what + ".v1", state);
    }
}
