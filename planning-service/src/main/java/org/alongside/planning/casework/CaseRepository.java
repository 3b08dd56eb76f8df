package org.alongside.planning.casework;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.record.ClientRecords;

/** Row-level security bounds every query here to what the acting agency may see. */
@ApplicationScoped
class CaseRepository implements ClientRecords<Case> {

    boolean existsFor(UUID intakeId) {
        return count("intakeId", intakeId) > 0;
    }

    List<Case> ofAgency(UUID agency, UUID lastSeen, int limit) {
        return find("homeAgency = ?1 and id > ?2 order by id", agency, lastSeen).page(0, limit).list();
    }

    List<Case> of(UUID agency, List<UUID> clients, UUID lastSeen, int limit) {
        return find("homeAgency = ?1 and clientId in ?2 and id > ?3 order by id", agency, clients, lastSeen)
                .page(0, limit)
                .list();
    }
}
