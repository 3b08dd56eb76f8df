package org.alongside.referral.referral;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.time.Ids;

/** Open referrals that become referrals to their claimants. */
@ApplicationScoped
@Transactional
public class ClaimedReferrals {

    private final ReferralJournal journal;
    private final ResponsePromise promise;
    private final Clock clock;

    ClaimedReferrals(ReferralJournal journal, ResponsePromise promise, Clock clock) {
        this.journal = journal;
        this.promise = promise;
        this.clock = clock;
    }

    /** @return the referral, which begins as sent */
    public UUID request(ClaimedReferral claimed) {
        Referral referral = new Referral(Ids.next(), claimed, clock.instant());
        referral.request(claimed.consentId(), clock.instant(), promise.of(claimed.serviceId()));
        journal.sent(referral, "claimed", Side.SYSTEM);
        return referral.recordId();
    }
}
