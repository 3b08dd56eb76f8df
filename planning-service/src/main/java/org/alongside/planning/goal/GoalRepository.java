package org.alongside.planning.goal;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.alongside.kit.problem.Problem;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Row-level security bounds every query here to what the acting agency may see. */
@ApplicationScoped
class GoalRepository implements PanacheRepositoryBase<Goal, UUID> {

    Goal require(UUID goalId) {
        return findByIdOptional(goalId).orElseThrow(Problem::notFound);
    }

    Goal requireForChange(UUID goalId) {
        return findByIdOptional(goalId, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problem::notFound);
    }

    List<Goal> ofCase(UUID caseId) {
        return list("caseId = ?1 order by id", caseId);
    }
}
