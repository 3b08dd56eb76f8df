package org.alongside.planning.casework;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.alongside.kit.problem.Problem;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Row-level security bounds every query here to what the acting agency may see. */
@ApplicationScoped
class CaseRepository implements PanacheRepositoryBase<Case, UUID> {

    Case require(UUID caseId) {
        return findByIdOptional(caseId).orElseThrow(Problem::notFound);
    }

    /** Holds the row, so that changes of a case and of what belongs to it come one after the other. */
    Case requireForChange(UUID caseId) {
        return findByIdOptional(caseId, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problem::notFound);
    }

    boolean existsFor(UUID intakeId) {
        return count("intakeId", intakeId) > 0;
    }

    List<Case> ofAgency(UUID agency, UUID lastSeen, int limit) {
        return find("homeAgency = ?1 and id > ?2 order by id", agency, lastSeen).page(0, limit).list();
    }

    List<Case> ofClient(UUID agency, UUID clientId, UUID lastSeen, int limit) {
        return find("homeAgency = ?1 and clientId = ?2 and id > ?3 order by id", agency, clientId, lastSeen)
                .page(0, limit)
                .list();
    }
}
