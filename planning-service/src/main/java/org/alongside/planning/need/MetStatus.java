package org.alongside.planning.need;

import org.alongside.planning.referral.ReferralState;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How far a need is met, which is for the client to say: what the provider gave shows beside it and decides nothing. In rising
 * order of what counts when a need has several referrals.
 */
public enum MetStatus {
    /** Nothing is under way: no referral, or only such as ended without a result. */
    @JsonProperty("open")
    OPEN, @JsonProperty("not-met")
    NOT_MET, @JsonProperty("partly-met")
    PARTLY_MET,
    /** A referral is under way, or was served and the client has not said yet. */
    @JsonProperty("in-progress")
    IN_PROGRESS, @JsonProperty("met")
    MET;

    static MetStatus of(ReferralState referral) {
        return switch (referral.clientResult() == null ? "unknown" : referral.clientResult()) {
            case "met" -> MET;
            case "partly" -> PARTLY_MET;
            case "not-met" -> NOT_MET;
            default -> untold(referral.status());
        };
    }

    private static MetStatus untold(String referralStatus) {
        return switch (referralStatus) {
            case "draft", "declined", "unsuccessful", "cancelled", "expired", "entered-in-error" -> OPEN;
            default -> IN_PROGRESS;
        };
    }
}
