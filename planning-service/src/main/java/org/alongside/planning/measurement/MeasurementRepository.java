package org.alongside.planning.measurement;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.record.ClientRecords;
import org.alongside.planning.goal.Goal;

/** Row-level security bounds every query here to what the acting agency may see. */
@ApplicationScoped
class MeasurementRepository implements ClientRecords<Measurement> {

    /** In the order of the days on which they were made. */
    List<Measurement> ofCase(UUID caseId) {
        return list("caseId = ?1 order by measuredOn, id", caseId);
    }

    /** Levels alone, in the same order. */
    List<Measured> levels(UUID caseId) {
        return find("select goalId, level from Measurement where caseId = ?1 order by measuredOn, id", caseId)
                .project(Measured.class).list();
    }

    /** As {@link #ofCase}; the case is what the index is by. */
    List<Measurement> ofGoal(Goal goal) {
        return list("caseId = ?1 and goalId = ?2 order by measuredOn, id", goal.caseId(), goal.recordId());
    }
}
