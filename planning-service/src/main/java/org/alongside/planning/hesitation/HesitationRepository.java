package org.alongside.planning.hesitation;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.record.ClientRecords;

/** Row-level security bounds every query here to clients of the acting agency. */
@ApplicationScoped
class HesitationRepository implements ClientRecords<Hesitation> {

    /** The case of a hesitation, without loading the hesitation: it is read once the case is held. */
    UUID requireCase(UUID hesitationId) {
        return find("select caseId from Hesitation where id = ?1", hesitationId).project(UUID.class)
                .firstResultOptional().orElseThrow(Problem::notFound);
    }

    List<Hesitation> ofCase(UUID caseId) {
        return list("caseId = ?1 order by id", caseId);
    }
}
