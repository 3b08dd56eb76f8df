package org.alongside.referral.consent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.access.Part;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Row-level security shows a request the consents of the acting agency's clients only. */
@ApplicationScoped
class ConsentRepository implements PanacheRepositoryBase<Consent, UUID> {

    List<Consent> inForce(UUID clientId, Instant now) {
        return list("clientId = ?1 and status = ?2 and validFrom <= ?3 and validUntil > ?3 order by id", clientId,
                Consent.ACTIVE, now);
    }

    /** Those that have ended, and on which something may rest still. */
    List<UUID> unsettled() {
        return getEntityManager().createQuery(
                "select c.id from Consent c where c.status <> 'active' and not c.settled order by c.id", UUID.class)
                .getResultList();
    }

    /** For a client of another agency, referred to the acting one; see {@code consent_covering} in the database. */
    Optional<UUID> covering(Sharing wanted) {
        String[] parts = wanted.parts().stream().map(Part::code).toArray(String[]::new);
        return Optional.ofNullable((UUID) getEntityManager()
                .createNativeQuery("select consent_covering(:client, :recipient, :parts, :category)", UUID.class)
                .setParameter("client", wanted.clientId()).setParameter("recipient", wanted.recipient())
                .setParameter("parts", parts).setParameter("category", wanted.category()).getSingleResultOrNull());
    }
}
