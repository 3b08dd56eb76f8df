package org.alongside.planning.goal;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.record.ClientRecords;

/** Row-level security bounds every query here to what the acting agency may see. */
@ApplicationScoped
class GoalRepository implements ClientRecords<Goal> {

    /** The case of a goal, without loading the goal: it is read once the case is held. */
    UUID requireCase(UUID goalId) {
        return find("select caseId from Goal where id = ?1", goalId).project(UUID.class).firstResultOptional()
                .orElseThrow(Problem::notFound);
    }

    List<Goal> ofCase(UUID caseId) {
        return list("caseId = ?1 order by id", caseId);
    }
}
