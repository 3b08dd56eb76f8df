package org.alongside.referral.referral;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The view shows an agency the facts of referrals that it once had a grant for. */
@ApplicationScoped
class ReferralFactRepository implements PanacheRepositoryBase<ReferralFact, UUID> {

    /** In the order of ids. */
    List<ReferralFact> after(UUID lastSeen, Set<ReferralStatus> statuses, int limit) {
        return find("id > ?1 and status in ?2 order by id", lastSeen, statuses).page(0, limit).list();
    }
}
