package org.alongside.planning.need;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.alongside.planning.referral.ReferralState;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What became of a need, by the referral that brought it furthest, the latest of equals.
 *
 * @param metStatus      how far the need is met
 * @param providerResult what the provider says it gave; absent before the end of the referral
 * @param clientResult   the client's view; absent until recorded
 * @param referralId     the referral that this comes from; absent without one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NeedOutcome(MetStatus metStatus, String providerResult, String clientResult, UUID referralId) {

    private static final Comparator<ReferralState> FURTHEST = Comparator.comparing(MetStatus::of)
            .thenComparing(referral -> referral.referralId().toString());

    static NeedOutcome of(UUID needId, List<ReferralState> ofClient) {
        return ofClient.stream().filter(referral -> needId.equals(referral.needId())).max(FURTHEST)
                .map(NeedOutcome::from).orElse(new NeedOutcome(MetStatus.OPEN, null, null, null));
    }

    private static NeedOutcome from(ReferralState referral) {
        return new NeedOutcome(MetStatus.of(referral), referral.providerResult(), referral.clientResult(),
                referral.referralId());
    }
}
