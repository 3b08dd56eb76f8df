package org.alongside.planning.goal;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.record.ClientRecords;

/** Row-level security bounds every query here to what the acting agency may see. */
@ApplicationScoped
class GoalRepository implements ClientRecords<Goal> {

    List<Goal> ofCase(UUID caseId) {
        return list("caseId = ?1 order by id", caseId);
    }
}
