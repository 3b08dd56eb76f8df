package org.alongside.planning.feedback;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.record.ClientRecords;

/** Row-level security bounds every query here to clients of the acting agency. */
@ApplicationScoped
class FeedbackRepository implements ClientRecords<Feedback> {

    List<Feedback> ofCase(UUID caseId) {
        return list("caseId = ?1 order by id", caseId);
    }
}
