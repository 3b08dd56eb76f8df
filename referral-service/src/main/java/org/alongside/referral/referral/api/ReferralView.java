package org.alongside.referral.referral.api;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;
import org.alongside.kit.http.Versioned;
import org.alongside.kit.need.Urgency;
import org.alongside.referral.appointment.api.AppointmentView;
import org.alongside.referral.referral.ProviderResult;
import org.alongside.referral.referral.ReferralStatus;
import org.alongside.referral.referral.Requester;
import org.alongside.referral.referral.SearchEnd;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A referral as one of its two agencies sees it. When the recipient's grant has ended, by revocation or time, it sees the fact
 * alone: ids, service, category, status, reason code and dates; every other member is absent then.
 *
 * @param homeAgency     of the client; shown to that agency, and to others when it is the sender
 * @param sender         agency that refers
 * @param recipient      agency that is referred to
 * @param bundleId       of the bundle that it belongs to; not shown to the recipient
 * @param requester      who asked for it: of one that the client alone asked for, a talk with them may be due first
 * @param sharedParts    parts of the client's data that the recipient is given
 * @param consentId      the consent it rests on: the one it was sent under, or the one that renewed that
 * @param fhirTaskStatus code of FHIR R4 Task.status
 * @param searchEnded    why nobody else is asked after it ended without help; absent as long as that is open, and to the recipient
 * @param respondBy      when the response promise ends; the recipient is reminded then, and the referral expires some time after
 * @param remindedAt     when the recipient was reminded of that promise; absent while it was not
 * @param waitlistPosition place in the waiting list of the service, 1 for who is next: the more urgent first, then who has
 *                       waited longer. The receiver may accept out of this order. Absent when not waitlisted
 * @param responsible    who answers for it on either side
 * @param clientView     what the client says came of it; their words in it are not shown to the recipient
 * @param loopClosed     whether both the provider and the client have said what came of it
 * @param parentId       the referral that this one forwards; absent for none, to the recipient, and when the home
 *                       agency took the intermediary's place
 * @param forwardedTo    the referral by which an intermediary forwarded this one, and which this one follows
 * @param returnedAt     when the forwarding ended without help, as long as the intermediary has not seen to it
 * @param allowedActions commands that the caller can give now; {@code next-match} when another service may be looked for, see
 *                       {@code /v1/referrals/{referralId}/tried}
 */
public record ReferralView(UUID referralId, UUID clientId, UUID homeAgency, UUID sender, UUID recipient, UUID serviceId,
        UUID needId, String category, UUID bundleId, Urgency urgency, Requester requester,
        @JsonProperty("parts") Set<Part> sharedParts,
        String message, UUID consentId, ReferralStatus status, String fhirTaskStatus, Reason reason,
        SearchEnd searchEnded, Instant createdAt,
        Instant requestedAt, Instant respondBy, Instant remindedAt, Instant acceptedAt,
        AppointmentView appointment, Integer waitlistPosition, Responsible responsible, Instant endedAt,
        ProviderResult providerResult, ClientView clientView, Boolean loopClosed, UUID parentId, UUID forwardedTo,
        Instant returnedAt, List<String> allowedActions,
        @JsonIgnore Set<Part> disclosedParts, @JsonIgnore long version) implements DisclosedView, Versioned {

    @Override
    @JsonIgnore
    public Set<Part> parts() {
        return disclosedParts;
    }

    @Override
    @JsonIgnore
    public UUID recordId() {
        return referralId;
    }
}
