package org.alongside.planning.need;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

import org.alongside.kit.event.Event;
import org.alongside.kit.testing.Database;
import org.alongside.planning.Planning;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Needs come from assessments and from nowhere else. */
@QuarkusTest
class NeedTest {

    private final Database database = new Database("planning");
    private final Planning planning = new Planning();

    @Test
    void anAssessmentToldTwiceGivesItsNeedsOnce() {
        UUID caseId = planning.caseOpened();
        UUID need = UUID.randomUUID();
        Event told = planning.assessed(need);
        // Another event id with the next version: what a republish of the same state would look like.
        planning.send(new Event(UUID.randomUUID(), told.source(), told.type(), told.topic(), told.key(),
                told.subject(), told.time(), told.payload(), null, 2, 1, 2, true));
        planning.await("both events", () -> database.strings(
                "select last_version::text from inbox_aggregate where topic = 'intake.assessment.v1' and key = ?",
                told.key()).equals(List.of("2")));
        planning.plan(caseId).body("needs.needId", equalTo(List.of(need.toString())));
    }

    @Test
    void thePlanShowsWhatTheClientSaysToANeed() {
        UUID caseId = planning.caseOpened();
        UUID denied = planning.needAssessed(caseId, "disagrees");
        UUID untold = UUID.randomUUID();
        planning.assessed(untold);
        planning.await("both needs",
                () -> planning.plan(caseId).extract().<List<String>>path("needs.needId").size() == 2);
        String view = "needs.find { it.needId == '%s' }.clientView";
        planning.plan(caseId).body(view.formatted(denied), equalTo("disagrees"))
                .body(view.formatted(untold), equalTo("not-asked"));
    }

    @Test
    void anAmendedAssessmentChangesItsNeedsAndLeavesWhatWasPlannedTied() {
        UUID caseId = planning.caseOpened();
        UUID kept = UUID.randomUUID();
        UUID gone = UUID.randomUUID();
        UUID added = UUID.randomUUID();
        Event completed = planning.assessed(kept, gone);
        planning.await("the needs", () -> needs(caseId).size() == 2);
        String goal = propose(caseId, gone).statusCode(201).extract().path("goalId");
        planning.amended(completed, kept, added, gone);
        planning.await("the needs of the next version", () -> needs(caseId).size() == 3);
        String of = "needs.find { it.needId == '%s' }.%s";
        planning.plan(caseId).body(of.formatted(kept, "severity"), equalTo(3))
                .body(of.formatted(kept, "urgency"), equalTo("immediate"))
                .body(of.formatted(kept, "clientView"), equalTo("disagrees"))
                .body(of.formatted(kept, "current"), equalTo(true))
                .body(of.formatted(added, "current"), equalTo(true))
                .body(of.formatted(gone, "current"), equalTo(false))
                .body("goals[0].goal.goalId", equalTo(goal)).body("goals[0].goal.needId", equalTo(gone.toString()));
        propose(caseId, gone).statusCode(400).body("violations.code", equalTo(List.of("superseded")));
    }

    private List<String> needs(UUID caseId) {
        return planning.plan(caseId).extract().path("needs.needId");
    }

    private static ValidatableResponse propose(UUID caseId, UUID need) {
        return Planning.create("/v1/cases/{id}/goals", caseId, """
                {"needId": "%s", "clientWords": "w", "levels": ["a", "b", "c", "d", "e"], "weight": 1}"""
                .formatted(need));
    }

    @Test
    void theLoginOfRequestsCannotWriteThem() throws SQLException {
        for (String forbidden : List.of("insert into need select * from need", "update need set severity = 3",
                "delete from need")) {
            try (Connection connection = database.superuser(); Statement statement = connection.createStatement()) {
                statement.execute("set role planning_app");
                SQLException refusal = assertThrows(SQLException.class, () -> statement.execute(forbidden), forbidden);
                assertEquals("42501", refusal.getSQLState(), forbidden);
            }
        }
    }
}
