package org.alongside.referral.referral;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.referral.consent.Consents;
import org.alongside.referral.consent.Sharing;

/** Ends referrals behind which no consent stands any more, and closes them to their recipients. */
@ApplicationScoped
@Transactional
class ConsentlessReferrals {

    private static final String CONSENT_ENDED = "consent-ended";

    private final ReferralRepository referrals;
    private final Consents consents;
    private final ReferralJournal journal;
    private final Clock clock;

    ConsentlessReferrals(ReferralRepository referrals, Consents consents, ReferralJournal journal, Clock clock) {
        this.referrals = referrals;
        this.consents = consents;
        this.journal = journal;
        this.clock = clock;
    }

    /** Ends a referral whose recipient gets no grant; one that was answered or has ended stays as it is. */
    void endWithoutGrant(UUID referralId) {
        referrals.unansweredForChange(referralId).ifPresent(this::end);
    }

    /** If the consent behind it has ended: goes on under another one that covers all that it shares, and ends without any. */
    void settle(UUID referralId) {
        referrals.goingOnForChange(referralId).filter(referral -> consents.hasEnded(referral.consentId()))
                .filter(referral -> !isCarriedOn(referral)).ifPresent(this::end);
    }

    /** Whether a consent in force stands behind it: its own, or another one, on which it rests from now on. */
    boolean isCarriedOn(Referral referral) {
        if (consents.isInForce(referral.consentId())) {
            return true;
        }
        Optional<UUID> other = consents.covering(new Sharing(referral.clientId(), referral.recipient(),
                referral.sharedParts(), referral.category()));
        other.ifPresent(consent -> journal.change(referral, ReferralJournal.CONSENT_RENEWED, Side.SYSTEM,
                each -> each.restOn(consent)));
        return other.isPresent();
    }

    void end(Referral referral) {
        journal.change(referral, CONSENT_ENDED, Side.SYSTEM, each -> each.endWithConsent(clock.instant()));
    }
}
