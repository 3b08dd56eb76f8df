package org.alongside.planning.selfsufficiency;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.record.ClientRecords;

/** Row-level security bounds every query here to clients of the acting agency. */
@ApplicationScoped
class SelfSufficiencyRepository implements ClientRecords<SelfSufficiency> {

    List<SelfSufficiency> ofCase(UUID caseId) {
        return list("caseId = ?1 order by measuredOn, id", caseId);
    }
}
