package org.alongside.referral.referral;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** What becomes of referrals because a time has passed. */
@ApplicationScoped
@Transactional
class ReferralClock {

    private final ReferralRepository referrals;
    private final ReferralJournal journal;
    private final ReferralConfig config;
    private final Clock clock;

    ReferralClock(ReferralRepository referrals, ReferralJournal journal, ReferralConfig config, Clock clock) {
        this.referrals = referrals;
        this.journal = journal;
        this.config = config;
        this.clock = clock;
    }

    /** Reminds, once for each promise, of answers whose promised time is over. */
    void remind(int limit) {
        Instant now = clock.instant();
        referrals.unreminded(now, limit)
                .forEach(referral -> journal.change(referral, "remind", Side.CLOCK, each -> each.remind(now)));
    }

    /** Ends referrals that stayed unanswered after the reminder; no place is held yet where an answer is awaited. */
    void expireUnanswered(int limit) {
        Instant now = clock.instant();
        referrals.unanswered(now.minus(config.expiryAfter()), limit)
                .forEach(referral -> journal.change(referral, "expire", Side.CLOCK, each -> each.expire(now)));
    }
}
