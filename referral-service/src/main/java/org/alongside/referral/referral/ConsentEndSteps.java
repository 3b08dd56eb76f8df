package org.alongside.referral.referral;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.system.SystemWork;
import org.alongside.referral.consent.Consents;

/** The steps of {@link ConsentEnd}, each a transaction of its own: what one of them cannot do undoes nothing of the others. */
@ApplicationScoped
@SystemWork("consent-end")
class ConsentEndSteps {

    private final Consents consents;
    private final ReferralRepository referrals;
    private final ConsentlessReferrals consentless;

    ConsentEndSteps(Consents consents, ReferralRepository referrals, ConsentlessReferrals consentless) {
        this.consents = consents;
        this.referrals = referrals;
        this.consentless = consentless;
    }

    List<UUID> endedConsents() {
        return consents.unsettled();
    }

    /** Referrals that go on under the consent. */
    List<UUID> restingOn(UUID consentId) {
        return referrals.goingOnUnder(consentId);
    }

    void settleReferral(UUID referralId) {
        consentless.settle(referralId);
    }

    /** As long as a referral goes on under it, the consent comes again. */
    void settleConsent(UUID consentId) {
        if (referrals.goingOnUnder(consentId).isEmpty()) {
            consents.settle(consentId);
        }
    }
}
