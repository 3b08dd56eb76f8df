package org.alongside.intake.grant;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.outbox.Outbox;
import org.alongside.kit.restriction.Restriction;
import org.alongside.kit.time.Ids;

/** Grants and restrictions for the copies of the other services; each event carries one whole. */
@ApplicationScoped
class GrantEvents {

    /** One partition, so that a heartbeat follows every grant published before it. */
    static final String TOPIC = "intake.grant.v1";

    private static final String RESTRICTED = "org.alongside.intake.client.restricted.v1";

    private final Outbox outbox;

    GrantEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void issued(AccessGrant grant) {
        append("issued", grant);
    }

    void revoked(AccessGrant grant) {
        append("revoked", grant);
    }

    void restricted(Restriction restriction) {
        outbox.append(TOPIC, restriction.clientId(), RESTRICTED, restriction);
    }

    /** As {@link #snapshot(AccessGrant)}. */
    void snapshot(Restriction restriction) {
        outbox.append(new Outbox.Message(TOPIC, restriction.clientId().toString(), RESTRICTED, restriction.clientId(),
                restriction, true));
    }

    /** The present state, for a copy that begins or has lost its own. */
    void snapshot(AccessGrant grant) {
        outbox.append(new Outbox.Message(TOPIC, grant.recordId().toString(), type(grant.revokedAt() == null
                ? "issued"
                : "revoked"), grant.recordId(), state(grant), true));
    }

    /** All grants have been told anew by snapshots, which make what was told up to a sequence unnecessary. */
    void republished(long upToSequence) {
        outbox.append(new Outbox.Message(TOPIC, "republished", type("republished"), Ids.next(),
                new Republished(upToSequence), true));
    }

    private void append(String verb, AccessGrant grant) {
        outbox.append(TOPIC, grant.recordId(), type(verb), state(grant));
    }

    private static String type(String verb) {
        return "org.alongside.intake.grant." + verb + ".v1";
    }

    private static GrantState state(AccessGrant grant) {
        return new GrantState(grant.recordId(), grant.clientId(), grant.homeAgency(), grant.grantee(), grant.parts(),
                grant.categories(), grant.purposes(), grant.basis(), grant.basisId(), grant.consentId(), grant.worker(),
                grant.validFrom(),
                grant.validUntil(),
                grant.revokedAt(), grant.recordVersion());
    }

    record Republished(long upToSequence) {}

    record GrantState(UUID grantId, UUID clientId, UUID homeAgency, UUID grantee, List<String> parts,
            List<String> categories, List<String> purposes,
            String basis, UUID basisId, UUID consentId, String worker, Instant validFrom, Instant validUntil,
            Instant revokedAt,
            long version) {}
}
