package org.alongside.referral.referral;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.access.Disclosure;
import org.alongside.kit.access.Part;
import org.alongside.kit.caller.Caller;
import org.alongside.kit.sealing.SealedJson;
import org.alongside.referral.appointment.api.AppointmentView;
import org.alongside.referral.referral.api.ClientView;
import org.alongside.referral.referral.api.Reason;
import org.alongside.referral.referral.api.ReferralSummary;
import org.alongside.referral.referral.api.ReferralView;
import org.alongside.referral.referral.api.Responsible;

/** Between the stored referral and its views. */
@ApplicationScoped
class ReferralMapper {

    private final SealedJson sealed;
    private final Clock clock;

    ReferralMapper(SealedJson sealed, Clock clock) {
        this.sealed = sealed;
        this.clock = clock;
    }

    /** @return {@code null} for {@code null} */
    byte[] seal(UUID clientId, String field, String words) {
        return words == null ? null : sealed.seal(clientId, field, words);
    }

    /** @param position in the waiting list; {@code null} when on none */
    ReferralView view(Referral referral, Disclosure disclosure, Caller caller, Integer position) {
        boolean received = referral.side(caller.agency()) == Side.RECEIVER;
        return new ReferralView(referral.recordId(), referral.clientId(), home(referral, caller), referral.sender(),
                referral.recipient(), referral.serviceId(), referral.needId(), referral.category(),
                bundle(referral, caller),
                referral.urgency(), referral.requester(), referral.sharedParts(),
                open(disclosure, Referral.MESSAGE, referral.message()),
                referral.consentId(), referral.status(), referral.status().fhirTaskStatus(),
                reason(referral, disclosure), received ? null : referral.searchEnded(),
                referral.createdAt(), referral.requestedAt(), referral.respondBy(), referral.remindedAt(),
                referral.acceptedAt(),
                appointment(referral), position, responsible(referral), referral.endedAt(),
                referral.providerResult(), clientView(referral, disclosure, received),
                referral.isLoopClosed(), received ? null : referral.parentId(), referral.forwardedTo(),
                referral.returnedAt(),
                allowedActions(referral, caller), disclosure.parts(), referral.recordVersion());
    }

    /** @param position as in {@link #view} */
    ReferralSummary summary(Referral referral, Disclosure disclosure, Caller caller, Integer position) {
        return new ReferralSummary(referral.recordId(), referral.clientId(), referral.sender(), referral.recipient(),
                referral.serviceId(), referral.category(), bundle(referral, caller), referral.urgency(),
                referral.status(),
                referral.requestedAt(), referral.respondBy(), appointment(referral), position,
                responsible(referral), referral.isLoopClosed(), allowedActions(referral, caller), disclosure.parts());
    }

    /** Only the fact: nothing of the client, and nothing that the recipient could still do. */
    ReferralView view(ReferralFact fact, Disclosure disclosure) {
        return new ReferralView(fact.recordId(), null, null, fact.sender(), fact.recipient(), fact.serviceId(), null,
                fact.category(), null, null, null, null, null, null, fact.status(), fact.status().fhirTaskStatus(),
                fact.reason() == null ? null : new Reason(fact.reason(), null), null, null, fact.requestedAt(), null,
                null,
                fact.acceptedAt(), null, null, null, fact.endedAt(), null, null, null, null, null, null, List.of(),
                disclosure.parts(),
                fact.recordVersion());
    }

    ReferralSummary summary(ReferralFact fact, Disclosure disclosure) {
        return new ReferralSummary(fact.recordId(), null, fact.sender(), fact.recipient(), fact.serviceId(),
                fact.category(), null, null, fact.status(), fact.requestedAt(), null, null, null, null, null, List.of(),
                disclosure.parts());
    }

    private static AppointmentView appointment(Referral referral) {
        return referral.appointment() == null ? null : referral.appointment().view();
    }

    /** That there are other referrals for the client is not for one recipient to know. */
    private static UUID bundle(Referral referral, Caller caller) {
        return referral.side(caller.agency()) == Side.RECEIVER ? null : referral.bundleId();
    }

    /** To others than the home agency only where it is the sender: by which agencies a referral came, nobody has to know. */
    private static UUID home(Referral referral, Caller caller) {
        UUID home = referral.homeAgency();
        return home.equals(caller.agency()) || home.equals(referral.sender()) ? home : null;
    }

    private static Responsible responsible(Referral referral) {
        return new Responsible(referral.worker(Side.SENDER), referral.worker(Side.RECEIVER));
    }

    private List<String> allowedActions(Referral referral, Caller caller) {
        Side side = referral.side(caller.agency());
        return caller.hasAny(side.roles()) ? ReferralCommand.possible(referral, side, clock.instant()) : List.of();
    }

    private Reason reason(Referral referral, Disclosure disclosure) {
        return referral.reason() == null
                ? null
                : new Reason(referral.reason(), open(disclosure, Referral.REASON_TEXT, referral.reasonText()));
    }

    /** What the client says of the help, in their own words, is told to the side that asked, and not to the one that helped. */
    private ClientView clientView(Referral referral, Disclosure disclosure, boolean received) {
        return referral.clientResult() == null
                ? null
                : new ClientView(referral.clientResult(),
                        received ? null : open(disclosure, Referral.CLIENT_WORDS, referral.clientWords()),
                        referral.clientViewBy(), referral.clientViewAt());
    }

    private String open(Disclosure disclosure, String field, byte[] words) {
        return sealed.open(disclosure, Part.REFERRAL, field, words, String.class);
    }
}
