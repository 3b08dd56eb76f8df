package org.alongside.planning.agreement;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.record.ClientRecords;

/** Row-level security bounds every query here to what the acting agency may see. */
@ApplicationScoped
class AgreementRepository implements ClientRecords<Agreement> {

    /** The case of a version, without loading the version: it is read once the case is held. */
    UUID requireCase(UUID agreementId) {
        return find("select caseId from Agreement where id = ?1", agreementId).project(UUID.class).firstResultOptional()
                .orElseThrow(Problem::notFound);
    }

    List<Agreement> ofCase(UUID caseId, UUID lastSeen, int limit) {
        return find("caseId = ?1 and id > ?2 order by id", caseId, lastSeen).page(0, limit).list();
    }

    Optional<Agreement> inForce(UUID caseId) {
        return find("caseId = ?1 and status = ?2", caseId, AgreementStatus.AGREED).firstResultOptional();
    }

    /** Versions that lie with one of the sides. */
    List<Agreement> lying(UUID caseId) {
        return list("caseId = ?1 and status in ?2 order by id", caseId,
                List.of(AgreementStatus.PROPOSED, AgreementStatus.COUNTER_PROPOSED));
    }

    Optional<Agreement> numbered(UUID caseId, int number) {
        return find("caseId = ?1 and number = ?2", caseId, number).firstResultOptional();
    }

    int lastNumber(UUID caseId) {
        return (int) count("caseId", caseId);
    }
}
