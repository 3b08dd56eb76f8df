package org.alongside.planning.checkin;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.record.ClientRecords;

/** Row-level security bounds every query here to clients of the acting agency. */
@ApplicationScoped
class CheckInRepository implements ClientRecords<CheckIn> {

    /** The case of a check-in, without loading the check-in: it is read once the case is held. */
    UUID requireCase(UUID checkInId) {
        return find("select caseId from CheckIn where id = ?1", checkInId).project(UUID.class).firstResultOptional()
                .orElseThrow(Problem::notFound);
    }

    List<CheckIn> ofCase(UUID caseId) {
        return list("caseId = ?1 order by id", caseId);
    }

    List<CheckIn> plannedOf(UUID caseId) {
        return list("caseId = ?1 and status = ?2 order by id", caseId, CheckInStatus.PLANNED);
    }
}
