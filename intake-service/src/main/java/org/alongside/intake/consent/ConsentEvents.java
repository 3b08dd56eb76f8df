package org.alongside.intake.consent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.outbox.Outbox;

/**
 * What other services need to know of a consent: whether a referral may be sent under it, and which one was not covered. Keyed by
 * client, never by consent: what a client agrees to and takes back arrives in that order. Otherwise help that goes on under a
 * new consent could be ended with the old one.
 */
@ApplicationScoped
class ConsentEvents {

    private static final String TOPIC = "intake.consent.v1";

    private final Outbox outbox;

    ConsentEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void given(Consent consent) {
        append("given", consent);
    }

    void revoked(Consent consent) {
        append("revoked", consent);
    }

    void expired(Consent consent) {
        append("expired", consent);
    }

    void referralRefused(SentReferral sent, RefusedBecause reason) {
        outbox.append(TOPIC, sent.clientId(), "org.alongside.intake.consent.referral-refused.v1",
                new ReferralRefused(sent.referralId(), sent.consentId(), sent.clientId(), sent.homeAgency(), reason));
    }

    private void append(String verb, Consent consent) {
        outbox.append(TOPIC, consent.clientId(), "org.alongside.intake.consent." + verb + ".v1", state(consent));
    }

    private static ConsentState state(Consent consent) {
        return new ConsentState(consent.recordId(), consent.clientId(), consent.homeAgency(), consent.status().code(),
                consent.recipients(), consent.parts(), consent.categories(), consent.purposes(), consent.validFrom(),
                consent.validUntil(), consent.recordVersion());
    }

    record ReferralRefused(UUID referralId, UUID consentId, UUID clientId, UUID homeAgency, RefusedBecause reason) {}

    record ConsentState(UUID consentId, UUID clientId, UUID homeAgency, String status, List<UUID> recipients,
            List<String> parts, List<String> categories, List<String> purposes, Instant validFrom, Instant validUntil,
            long version) {}
}
