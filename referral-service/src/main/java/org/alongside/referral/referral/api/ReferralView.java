package org.alongside.referral.referral.api;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;
import org.alongside.kit.http.Versioned;
import org.alongside.kit.need.Urgency;
import org.alongside.referral.referral.ProviderResult;
import org.alongside.referral.referral.ReferralStatus;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A referral as one of its two agencies sees it. When the recipient's grant has ended, by revocation or time, it sees the fact
 * alone: ids, service, category, status, reason code and dates; every other member is absent then.
 *
 * @param sender         agency that refers
 * @param recipient      agency that is referred to
 * @param sharedParts    parts of the client's data that the recipient is given
 * @param consentId      the consent it was sent under
 * @param fhirTaskStatus code of FHIR R4 Task.status
 * @param respondBy      when the response promise ends; the recipient is reminded then, and the referral expires some time after
 * @param remindedAt     when the recipient was reminded of that promise; absent while it was not
 * @param loopClosed     whether both the provider and the client have said what came of it
 * @param allowedActions commands that the caller can give now; {@code next-match} when another service may be looked for, see
 *                       {@code /v1/referrals/{referralId}/tried}
 */
public record ReferralView(UUID referralId, UUID clientId, UUID homeAgency, UUID sender, UUID recipient, UUID serviceId,
        UUID needId, String category, UUID bundleId, Urgency urgency, @JsonProperty("parts") Set<Part> sharedParts,
        String message, UUID consentId, ReferralStatus status, String fhirTaskStatus, Reason reason, Instant createdAt,
        Instant requestedAt, Instant respondBy, Instant remindedAt, Instant acceptedAt, Instant scheduledAt,
        Instant endedAt,
        ProviderResult providerResult, ClientView clientView, Boolean loopClosed, List<String> allowedActions,
        @JsonIgnore Set<Part> disclosedParts, @JsonIgnore long version) implements DisclosedView, Versioned {

    @Override
    @JsonIgnore
    public Set<Part> parts() {
        return disclosedParts;
    }
}
