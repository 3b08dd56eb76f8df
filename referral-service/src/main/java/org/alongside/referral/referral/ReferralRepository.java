package org.alongside.referral.referral;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.alongside.kit.record.ClientRecords;
import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;

/** Row-level security bounds every query of a request to referrals sent by the acting agency or granted to it. */
@ApplicationScoped
class ReferralRepository implements ClientRecords<Referral> {

    private static final Set<ReferralStatus> UNANSWERED = Set.of(ReferralStatus.REQUESTED, ReferralStatus.WAITLISTED);

    /** Held as by {@link #requireForChange}; none when it was answered or has ended. */
    Optional<Referral> unansweredForChange(UUID referralId) {
        return findByIdOptional(referralId, LockModeType.PESSIMISTIC_WRITE)
                .filter(referral -> UNANSWERED.contains(referral.status()));
    }

    /** @param statuses the wanted ones */
    List<Referral> sent(UUID agency, Set<ReferralStatus> statuses, UUID lastSeen, int limit) {
        return find("sender = ?1 and status in ?2 and id > ?3 order by id", agency, statuses, lastSeen).page(0, limit)
                .list();
    }

    /** @param statuses the wanted ones */
    List<Referral> received(UUID agency, Set<ReferralStatus> statuses, UUID lastSeen, int limit) {
        return find("recipient = ?1 and status in ?2 and id > ?3 order by id", agency, statuses, lastSeen)
                .page(0, limit)
                .list();
    }

    /** Passes over rows that another instance, or a command, holds at the moment: they are settled there or next time. */
    List<Referral> unanswered(Instant now, int limit) {
        return find("status in ?1 and respondBy <= ?2 order by respondBy", UNANSWERED, now).page(0, limit)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
                .list();
    }
}
