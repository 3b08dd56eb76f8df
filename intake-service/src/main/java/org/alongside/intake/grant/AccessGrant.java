package org.alongside.intake.grant;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.alongside.intake.consent.Consent;
import org.alongside.intake.emergency.EmergencyAccess;
import org.alongside.kit.caller.PurposeOfUse;
import org.alongside.kit.record.ClientEntity;

/** A live permission of one agency to see named parts of one client's data. Written here only; other services hold copies. */
@Entity
@Table(name = "access_grant")
public class AccessGrant extends ClientEntity {

    @Column(nullable = false, updatable = false)
    private UUID grantee;

    @Column(nullable = false, updatable = false)
    private String[] parts;

    /** Need categories about which it opens assessments. */
    @Column(nullable = false, updatable = false)
    private String[] categories;

    @Column(nullable = false, updatable = false)
    private String[] purposes;

    @Column(nullable = false, updatable = false)
    private String basis;

    @Column(name = "basis_id", nullable = false, updatable = false)
    private UUID basisId;

    @Column(name = "consent_id", updatable = false)
    private UUID consentId;

    @Column(updatable = false)
    private String worker;

    @Column(name = "issued_at", updatable = false)
    private Instant issuedAt;

    @Column(name = "valid_from", nullable = false, updatable = false)
    private Instant validFrom;

    @Column(name = "valid_until", nullable = false, updatable = false)
    private Instant validUntil;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    protected AccessGrant() {}

    /**
     * A grant never opens more, nor longer, than the consent behind it.
     *
     * @param worker token subject; null for the whole agency
     */
    AccessGrant(UUID id, Consent consent, UUID grantee, String worker, GrantBasis basis, UUID basisId,
            Collection<String> parts, Collection<String> categories, Instant now) {
        super(id, consent.clientId(), consent.homeAgency());
        this.grantee = grantee;
        this.worker = worker;
        this.parts = parts.stream().filter(consent.parts()::contains).sorted().toArray(String[]::new);
        this.categories = categories.stream().filter(consent.categories()::contains).sorted().toArray(String[]::new);
        this.purposes = consent.purposes().stream().sorted().toArray(String[]::new);
        this.basis = basis.code();
        this.basisId = basisId;
        this.consentId = consent.recordId();
        this.issuedAt = now;
        this.validFrom = consent.validFrom();
        this.validUntil = consent.validUntil();
    }

    /** To the worker who opened it alone, for an emergency and nothing else. */
    AccessGrant(UUID id, EmergencyAccess emergency, Collection<String> categories) {
        super(id, emergency.clientId(), emergency.homeAgency());
        this.grantee = emergency.agency();
        this.worker = emergency.worker();
        this.parts = emergency.parts().toArray(String[]::new);
        this.categories = categories.stream().sorted().toArray(String[]::new);
        this.purposes = new String[]{PurposeOfUse.ETREAT.name()};
        this.basis = GrantBasis.EMERGENCY.code();
        this.basisId = emergency.recordId();
        this.issuedAt = emergency.openedAt();
        this.validFrom = emergency.openedAt();
        this.validUntil = emergency.endsAt();
    }

    void revoke(Instant now) {
        revokedAt = now;
    }

    UUID grantee() {
        return grantee;
    }

    List<String> parts() {
        return List.of(parts);
    }

    List<String> categories() {
        return List.of(categories);
    }

    List<String> purposes() {
        return List.of(purposes);
    }

    String basis() {
        return basis;
    }

    UUID basisId() {
        return basisId;
    }

    /** Null for an emergency. */
    UUID consentId() {
        return consentId;
    }

    /** Token subject of the one worker to whom it opens anything; null for the whole agency. */
    String worker() {
        return worker;
    }

    Instant issuedAt() {
        return issuedAt;
    }

    Instant validFrom() {
        return validFrom;
    }

    Instant validUntil() {
        return validUntil;
    }

    Instant revokedAt() {
        return revokedAt;
    }

    @Override
    public String recordType() {
        return "grant";
    }
}
