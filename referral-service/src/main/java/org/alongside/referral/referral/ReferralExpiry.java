package org.alongside.referral.referral;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.system.SystemWork;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Ends referrals that stayed unanswered after the promised time and the reminder. Safe with many instances: each takes rows no other has locked. */
@ApplicationScoped
class ReferralExpiry {

    private static final int BATCH = 100;

    private final ReferralClock referrals;

    ReferralExpiry(ReferralClock referrals) {
        this.referrals = referrals;
    }

    @Scheduled(every = "${alongside.referral.expiry-every}", delayed = "10s", identity = "referral-expiry", concurrentExecution = ConcurrentExecution.SKIP)
    @SystemWork("referral-expiry")
    void expire() {
        referrals.expireUnanswered(BATCH);
    }
}
