package org.alongside.referral.openreferral.api;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;
import org.alongside.kit.http.Versioned;
import org.alongside.kit.need.Urgency;
import org.alongside.referral.openreferral.OpenReferralStatus;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * An open referral.
 *
 * @param clientId       shown to the client's home agency alone
 * @param claimant       agency for which it is reserved; shown to that one and the home agency
 * @param serviceId      with which the claimant would help; shown likewise
 * @param claimUntil     when the claim lapses without the client's consent; shown likewise
 * @param referralId     the referral that it became; shown to the home agency
 * @param allowedActions {@code claim} or {@code withdraw}, when the caller can do so now
 */
public record OpenReferralView(UUID openReferralId, UUID clientId, String category, String areaPostalCode,
        Urgency urgency, OpenReferralStatus status, Instant openedAt, UUID claimant, UUID serviceId,
        Instant claimUntil, UUID referralId, List<String> allowedActions, @JsonIgnore Set<Part> parts,
        @JsonIgnore long version) implements DisclosedView, Versioned {

    @Override
    @JsonIgnore
    public UUID recordId() {
        return openReferralId;
    }
}
