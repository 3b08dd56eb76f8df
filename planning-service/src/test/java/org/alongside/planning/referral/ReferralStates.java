package org.alongside.planning.referral;

import java.util.UUID;

/** States of referrals as told by events, for tests of what follows from them. */
public final class ReferralStates {

    private ReferralStates() {}

    public static ReferralState of(UUID needId, String status, String providerResult, String clientResult) {
        return new ReferralState(
                new ReferralTold(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), needId, "legal-aid",
                        status, null, providerResult, clientResult, false, 1));
    }
}
