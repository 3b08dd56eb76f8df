package org.alongside.planning.referral;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Row-level security bounds every query here to what the acting agency may see. */
@ApplicationScoped
class ReferralRepository implements PanacheRepositoryBase<ReferralState, UUID> {

    /**
     * Lets transactions that concern one referral pass one after the other, also before its first event is here, when there is no
     * row that could be held.
     */
    void hold(UUID referralId) {
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(hashtextextended(cast(:id as text), 0))", Object.class)
                .setParameter("id", referralId.toString()).getSingleResult();
    }

    List<ReferralState> of(List<UUID> clients) {
        return list("clientId in ?1 order by id", clients);
    }
}
