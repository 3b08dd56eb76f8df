package org.alongside.intake.assessment;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.alongside.kit.problem.Problem;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Row-level security bounds every query here to clients of the acting agency and those it holds a live grant for. */
@ApplicationScoped
class AssessmentRepository implements PanacheRepositoryBase<Assessment, UUID> {

    Assessment require(UUID assessmentId) {
        return findByIdOptional(assessmentId).orElseThrow(Problem::notFound);
    }

    /** Holds the row, so that changing and completing come one after the other. */
    Assessment requireForChange(UUID assessmentId) {
        return findByIdOptional(assessmentId, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problem::notFound);
    }

    List<Assessment> ofClient(UUID clientId, UUID lastSeen, int limit) {
        return find("clientId = ?1 and id > ?2 order by id", clientId, lastSeen).page(0, limit).list();
    }
}
