package org.alongside.referral.openreferral;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Row-level security shows a request what may be claimed, what is, and what is the acting agency's own. */
@ApplicationScoped
class OpenReferralRepository implements PanacheRepositoryBase<OpenReferral, UUID> {

    /**
     * Reserves an open one, unless the claimant had its turn. However many ask at the same moment, one gets it.
     *
     * @return whether that was this one
     */
    boolean claim(UUID id, UUID claimant, UUID serviceId, Instant until) {
        int claimed = update("status = ?1, claimant = ?2, serviceId = ?3, claimUntil = ?4, version = version + 1"
                + " where id = ?5 and status = ?6 and not array_contains(lapsedClaims, ?2)",
                OpenReferralStatus.CLAIMED, claimant, serviceId, until, id, OpenReferralStatus.OPEN);
        return claimed == 1;
    }

    /** As the database has it now, whatever was read before. */
    Optional<OpenReferralStatus> present(UUID id) {
        return getEntityManager()
                .createQuery("select o.status from OpenReferral o where o.id = ?1", OpenReferralStatus.class)
                .setParameter(1, id).getResultStream().findFirst();
    }

    /** What others than the home agency may claim, or the agency has claimed. */
    List<OpenReferral> claimable(UUID agency, UUID lastSeen, int limit) {
        return find("from OpenReferral o where o.id > ?1 and (o.status = ?2 and not array_contains(o.lapsedClaims, ?4)"
                + " or o.status = ?3 and o.claimant = ?4)"
                + " and not exists (select 1 from OpenReferralClient own where own.id = o.id) order by o.id", lastSeen,
                OpenReferralStatus.OPEN, OpenReferralStatus.CLAIMED, agency).page(0, limit).list();
    }

    /** Those of a client that may still be claimed or answered, held. */
    List<OpenReferral> standingOf(UUID clientId) {
        return find("from OpenReferral o where o.status in ?1 and exists"
                + " (select 1 from OpenReferralClient c where c.id = o.id and c.clientId = ?2) order by o.id",
                Set.of(OpenReferralStatus.OPEN, OpenReferralStatus.CLAIMED), clientId)
                .withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    /** Those of the acting agency's clients. */
    List<OpenReferral> own(UUID lastSeen, int limit) {
        return find("from OpenReferral o where o.id > ?1"
                + " and exists (select 1 from OpenReferralClient own where own.id = o.id) order by o.id", lastSeen)
                .page(0, limit).list();
    }

    /** Passes over rows that another instance, or a command, holds at the moment. */
    List<OpenReferral> claimed(int limit) {
        return find("status = ?1 order by claimUntil", OpenReferralStatus.CLAIMED).page(0, limit)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI).list();
    }
}
