package org.alongside.intake.consent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.alongside.kit.problem.Problem;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Row-level security bounds every query here to clients of the acting agency. */
@ApplicationScoped
class ConsentRepository implements PanacheRepositoryBase<Consent, UUID> {

    Consent require(UUID consentId) {
        return findByIdOptional(consentId).orElseThrow(Problem::notFound);
    }

    /** Holds the row, so that giving, revoking and expiring come one after the other. */
    Consent requireForChange(UUID consentId) {
        return findByIdOptional(consentId, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problem::notFound);
    }

    List<Consent> ofClient(UUID clientId, UUID lastSeen, int limit) {
        return find("clientId = ?1 and id > ?2 order by id", clientId, lastSeen).page(0, limit).list();
    }

    List<Consent> overdue(Instant now, int limit) {
        return find("status = ?1 and validUntil <= ?2 order by id", ConsentStatus.ACTIVE, now).page(0, limit)
                .withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }
}
