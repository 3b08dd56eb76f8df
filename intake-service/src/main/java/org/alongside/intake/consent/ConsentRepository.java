package org.alongside.intake.consent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.alongside.kit.record.ClientRecords;

/** Row-level security bounds every query here to clients of the acting agency. */
@ApplicationScoped
class ConsentRepository implements ClientRecords<Consent> {

    List<Consent> of(List<UUID> clients, UUID lastSeen, int limit) {
        return find("clientId in ?1 and id > ?2 order by id", clients, lastSeen).page(0, limit).list();
    }

    List<Consent> active(UUID clientId) {
        return find("clientId = ?1 and status = ?2 order by id", clientId, ConsentStatus.ACTIVE)
                .withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    List<Consent> overdue(Instant now, int limit) {
        return find("status = ?1 and validUntil <= ?2 order by id", ConsentStatus.ACTIVE, now).page(0, limit)
                .withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }
}
