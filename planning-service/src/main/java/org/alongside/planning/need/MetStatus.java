package org.alongside.planning.need;

import org.alongside.planning.referral.ReferralState;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How far a need is met. The client's view decides; the provider's result stands in for it only where the client was asked and
 * could not tell. In rising order of what counts when a need has several referrals.
 */
public enum MetStatus {
    /** Nothing is under way: no referral, or only such as ended without a result. */
    @JsonProperty("open")
    OPEN, @JsonProperty("not-met")
    NOT_MET, @JsonProperty("partly-met")
    PARTLY_MET,
    /** A referral is under way, or has ended and the client was not asked yet. */
    @JsonProperty("in-progress")
    IN_PROGRESS, @JsonProperty("met")
    MET;

    static MetStatus of(ReferralState referral) {
        if (referral.clientResult() != null) {
            return said(referral);
        }
        return switch (referral.status()) {
            case "draft", "declined", "unsuccessful", "cancelled", "expired", "entered-in-error" -> OPEN;
            default -> IN_PROGRESS;
        };
    }

    private static MetStatus said(ReferralState referral) {
        return switch (referral.clientResult()) {
            case "met" -> MET;
            case "partly" -> PARTLY_MET;
            case "not-met" -> NOT_MET;
            default -> given(referral.providerResult());
        };
    }

    private static MetStatus given(String providerResult) {
        return switch (providerResult == null ? "" : providerResult) {
            case "service-given" -> MET;
            case "partly" -> PARTLY_MET;
            case "information-only", "none" -> NOT_MET;
            default -> IN_PROGRESS;
        };
    }
}
