package org.alongside.audit.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** The short form of {@link AlertSimulationMillion}. */
@QuarkusTest
class AlertSimulationTest {

    @Inject
    Evaluation evaluation;

    @Inject
    OverdueReviews overdue;

    @Test
    void findsAllMisuseAndAccusesFew() {
        SimulatedWork work = new SimulatedWork(AlertSimulation.start(), 4, List.of(3, 1), 5, 0.05, 53);
        try (AlertSimulation simulation = new AlertSimulation(evaluation, overdue, work, 2)) {
            AlertSimulation.Score score = simulation.run();
            score.print();
            assertTrue(score.accesses() > 18_000, () -> score.accesses() + " accesses");
            assertEquals(List.of(), score.missed());
            assertTrue(score.falsePerThousand() <= 1, () -> score.falseAlerts() + " false alerts");
        }
    }
}
