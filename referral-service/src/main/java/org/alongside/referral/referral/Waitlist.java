package org.alongside.referral.referral;

import jakarta.enterprise.context.ApplicationScoped;

/** The waiting lists of services. */
@ApplicationScoped
class Waitlist {

    private final ReferralRepository referrals;

    Waitlist(ReferralRepository referrals) {
        this.referrals = referrals;
    }

    /** 1 for who is next; {@code null} for a referral that is on no list. */
    Integer position(Referral referral) {
        return referral.status() == ReferralStatus.WAITLISTED
                ? referrals.waitlistPosition(referral.recordId())
                : null;
    }
}
