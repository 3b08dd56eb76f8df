package org.alongside.planning.review;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.record.ClientRecords;

/** Row-level security bounds every query here to clients of the acting agency. */
@ApplicationScoped
class ReviewRepository implements ClientRecords<Review> {

    /** The case of a review, without loading the review: it is read once the case is held. */
    UUID requireCase(UUID reviewId) {
        return find("select caseId from Review where id = ?1", reviewId).project(UUID.class).firstResultOptional()
                .orElseThrow(Problem::notFound);
    }

    List<Review> ofCase(UUID caseId) {
        return list("caseId = ?1 order by dueOn, id", caseId);
    }

    List<Review> plannedOfAgreement(UUID caseId, UUID agreementId) {
        return list("caseId = ?1 and agreementId = ?2 and status = ?3 order by id", caseId, agreementId,
                ReviewStatus.PLANNED);
    }

    List<Review> plannedOf(UUID caseId) {
        return list("caseId = ?1 and status = ?2 order by id", caseId, ReviewStatus.PLANNED);
    }
}
