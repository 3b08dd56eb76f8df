package org.alongside.referral.referral;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import org.alongside.referral.consent.ConsentEnded;

/** Ends referrals behind which no consent stands any more, and closes them to their recipients. */
@ApplicationScoped
@Transactional
class ConsentlessReferrals {

    private static final String ACTION = "consent-ended";

    private final ReferralRepository referrals;
    private final ReferralJournal journal;
    private final Clock clock;

    ConsentlessReferrals(ReferralRepository referrals, ReferralJournal journal, Clock clock) {
        this.referrals = referrals;
        this.journal = journal;
        this.clock = clock;
    }

    /** Ends a referral whose recipient gets no grant; one that was answered or has ended stays as it is. */
    void endWithoutGrant(UUID referralId) {
        referrals.unansweredForChange(referralId).ifPresent(this::end);
    }

    /** Ends whatever goes on under a consent that the client took back, or whose time is over. */
    void endUnder(@Observes ConsentEnded consent) {
        referrals.goingOnUnder(consent.consentId()).forEach(this::end);
    }

    void end(Referral referral) {
        journal.change(referral, ACTION, Side.SYSTEM, each -> each.endWithConsent(clock.instant()));
    }
}
