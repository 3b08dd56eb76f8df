package org.alongside.planning.closure;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.record.ClientRecords;

/** Row-level security bounds every query here to clients of the acting agency. */
@ApplicationScoped
class ClosureRepository implements ClientRecords<Closure> {

    /** The case of an ending, without loading the ending: it is read once the case is held. */
    UUID requireCase(UUID closureId) {
        return find("select caseId from Closure where id = ?1", closureId).project(UUID.class).firstResultOptional()
                .orElseThrow(Problem::notFound);
    }

    List<Closure> ofCase(UUID caseId) {
        return list("caseId = ?1 order by id", caseId);
    }

    boolean isOpenFor(UUID caseId) {
        return count("caseId = ?1 and status in ?2", caseId,
                List.of(ClosureStatus.DRAFT, ClosureStatus.AWAITING_APPROVAL)) > 0;
    }
}
