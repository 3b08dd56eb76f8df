package org.alongside.intake.assessment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.record.ClientRecords;

/** Row-level security bounds every query here to clients of the acting agency and those it holds a live grant for. */
@ApplicationScoped
class AssessmentRepository implements ClientRecords<Assessment> {

    List<Assessment> of(List<UUID> clients, UUID lastSeen, int limit) {
        return find("clientId in ?1 and id > ?2 order by id", clients, lastSeen).page(0, limit).list();
    }

    /** All versions, the first one first. */
    List<Assessment> versions(UUID root) {
        return list("root = ?1 order by number", root);
    }

    /** The version that was begun to follow this one. */
    Optional<Assessment> amending(UUID assessmentId) {
        return find("amends", assessmentId).firstResultOptional();
    }
}
