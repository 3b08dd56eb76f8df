package org.alongside.audit.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/**
 * Forty misuse scenarios hidden in a million ordinary accesses. Takes minutes, so it is run by its name:
 * {@code mvn verify -pl audit-service -am -Dtest=AlertSimulationMillion -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@QuarkusTest
class AlertSimulationMillion {

    @Inject
    Evaluation evaluation;

    @Inject
    OverdueReviews overdue;

    @Test
    void findsAllMisuseAndAccusesFew() {
        SimulatedWork work = new SimulatedWork(AlertSimulation.start(), 40, Collections.nCopies(8, 7), 19, 0.45, 42);
        try (AlertSimulation simulation = new AlertSimulation(evaluation, overdue, work, 20)) {
            AlertSimulation.Score score = simulation.run();
            score.print();
            assertTrue(score.accesses() > 1_000_000, () -> score.accesses() + " accesses");
            assertEquals(List.of(), score.missed());
            assertTrue(score.falsePerThousand() <= 1, () -> score.falseAlerts() + " false alerts");
        }
    }
}
