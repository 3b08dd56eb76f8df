package org.alongside.planning.workerrequest;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.record.ClientRecords;

/** Row-level security bounds every query here to clients of the acting agency, and to requests that are not about the acting worker. */
@ApplicationScoped
class WorkerRequestRepository implements ClientRecords<WorkerRequest> {

    List<WorkerRequest> ofCase(UUID caseId) {
        return list("caseId = ?1 order by id", caseId);
    }

    boolean isRequested(UUID caseId) {
        return count("caseId = ?1 and status = ?2", caseId, WorkerRequestStatus.REQUESTED) > 0;
    }
}
