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
