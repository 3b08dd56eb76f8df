package org.alongside.planning.referral;

import java.util.UUID;

/** The state of a referral as the events of referral-service carry it: always whole. */
record ReferralTold(UUID referralId, UUID clientId, UUID homeAgency, UUID needId, String category, String status,
        String reason, String providerResult, String clientResult, boolean loopClosed, long version) {}
