package org.alongside.intake.restriction;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.alongside.kit.record.ClientRecords;

/** Row-level security bounds every query here to clients of the acting agency. */
@ApplicationScoped
class RestrictionRepository implements ClientRecords<ClientRestriction> {

    Optional<ClientRestriction> inForce(UUID clientId, LockModeType lock) {
        return find("clientId = ?1 and liftedAt is null", clientId).withLock(lock).firstResultOptional();
    }

    List<ClientRestriction> of(List<UUID> clients) {
        return list("clientId in ?1 order by id", clients);
    }

    List<ClientRestriction> inForceOf(UUID homeAgency, UUID lastSeen, int limit) {
        return find("homeAgency = ?1 and liftedAt is null and id > ?2 order by id", homeAgency, lastSeen)
                .page(0, limit).list();
    }
}
