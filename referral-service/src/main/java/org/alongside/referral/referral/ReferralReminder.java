package org.alongside.referral.referral;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.system.SystemWork;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Reminds recipients of answers that are overdue. Safe with many instances, as {@link ReferralExpiry}. */
@ApplicationScoped
class ReferralReminder {

    private static final int BATCH = 100;

    private final ReferralClock referrals;

    ReferralReminder(ReferralClock referrals) {
        this.referrals = referrals;
    }

    @Scheduled(every = "${alongside.referral.reminder-every}", delayed = "10s", identity = "referral-reminder", concurrentExecution = ConcurrentExecution.SKIP)
    @SystemWork("referral-reminder")
    void remind() {
        referrals.remind(BATCH);
    }
}
