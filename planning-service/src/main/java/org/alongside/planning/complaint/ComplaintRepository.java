package org.alongside.planning.complaint;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.record.ClientRecords;

/** Row-level security bounds every query here to clients of the acting agency, and to complaints that do not concern the acting worker. */
@ApplicationScoped
class ComplaintRepository implements ClientRecords<Complaint> {

    List<Complaint> ofCase(UUID caseId) {
        return list("caseId = ?1 order by id", caseId);
    }
}
