package org.alongside.planning.measurement;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.record.ClientRecords;

/** Row-level security bounds every query here to what the acting agency may see. */
@ApplicationScoped
class MeasurementRepository implements ClientRecords<Measurement> {

    /** In the order of the days on which they were made. */
    List<Measurement> ofCase(UUID caseId) {
        return list("caseId = ?1 order by measuredOn, id", caseId);
    }

    /** As {@link #ofCase}. */
    List<Measurement> ofGoal(Measured goal) {
        return list("caseId = ?1 and goalId = ?2 order by measuredOn, id", goal.caseId(), goal.goalId());
    }

    /** A goal in its case, which is what the index is by. */
    record Measured(UUID caseId, UUID goalId) {}
}
