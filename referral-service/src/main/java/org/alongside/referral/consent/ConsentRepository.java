package org.alongside.referral.consent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Row-level security shows a request the consents of the acting agency's clients only. */
@ApplicationScoped
class ConsentRepository implements PanacheRepositoryBase<Consent, UUID> {

    List<Consent> inForce(UUID clientId, Instant now) {
        return list("clientId = ?1 and status = ?2 and validFrom <= ?3 and validUntil > ?3 order by id", clientId,
                Consent.ACTIVE, now);
    }
}
