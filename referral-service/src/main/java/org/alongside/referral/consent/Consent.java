package org.alongside.referral.consent;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.alongside.kit.access.Part;
import org.alongside.kit.caller.PurposeOfUse;

/** What a client agreed to share, as intake-service told. */
@Entity
@Table(name = "consent")
class Consent {

    /** Status of a consent in force, in the codes of intake-service. */
    static final String ACTIVE = "active";

    @Id
    private UUID id;

    @Column(name = "client_id", nullable = false)
    private UUID clientId;

    @Column(name = "home_agency", nullable = false)
    private UUID homeAgency;

    @Column(nullable = false)
    private String status;

    @Column(nullable = false)
    private UUID[] recipients;

    @Column(nullable = false)
    private String[] parts;

    @Column(nullable = false)
    private String[] categories;

    @Column(nullable = false)
    private String[] purposes;

    @Column(name = "valid_from", nullable = false)
    private Instant validFrom;

    @Column(name = "valid_until", nullable = false)
    private Instant validUntil;

    /** Version of the consent in intake-service. */
    @Column(nullable = false)
    private long version;

    /** Whether nothing rests on it any more, after it has ended. */
    @Column(nullable = false)
    private boolean settled;

    protected Consent() {}

    Consent(UUID id) {
        this.id = id;
    }

    /** An older state than the one known changes nothing: what was revoked stays revoked. */
    void learn(ConsentEventHandlers.ConsentState state) {
        if (status != null && state.version() <= version) {
            return;
        }
        clientId = state.clientId();
        homeAgency = state.homeAgency();
        status = state.status();
        recipients = state.recipients().toArray(UUID[]::new);
        parts = state.parts().toArray(String[]::new);
        categories = state.categories().toArray(String[]::new);
        purposes = state.purposes().toArray(String[]::new);
        validFrom = state.validFrom();
        validUntil = state.validUntil();
        version = state.version();
    }

    boolean hasEnded() {
        return !ACTIVE.equals(status);
    }

    boolean isInForce(Instant now) {
        return ACTIVE.equals(status) && !validFrom.isAfter(now) && validUntil.isAfter(now);
    }

    void settle() {
        settled = true;
    }

    UUID id() {
        return id;
    }

    /** Sending needs the purpose of coordinating help: it is the one for which recipients read referrals. */
    MissingConsent missing(Sharing wanted) {
        Set<String> named = Set.of(parts);
        return new MissingConsent(Set.of(recipients).contains(wanted.recipient()) ? null : wanted.recipient(),
                wanted.parts().stream().filter(part -> !named.contains(part.code())).map(Part::code).sorted().toList(),
                Set.of(categories).contains(wanted.category()) ? null : wanted.category(),
                Set.of(purposes).contains(PurposeOfUse.COC.name()) ? null : PurposeOfUse.COC.name());
    }
}
