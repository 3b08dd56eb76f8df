package org.alongside.planning.dependency;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.record.ClientRecords;

/** Row-level security bounds every query here to clients of the acting agency. */
@ApplicationScoped
class DependencyRepository implements ClientRecords<DependencyReview> {

    List<DependencyReview> ofCase(UUID caseId) {
        return list("caseId = ?1 order by id", caseId);
    }

    boolean isRaisedFor(UUID caseId) {
        return count("caseId = ?1 and status = ?2", caseId, DependencyStatus.RAISED) > 0;
    }
}
