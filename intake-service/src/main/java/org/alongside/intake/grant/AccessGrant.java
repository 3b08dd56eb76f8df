package org.alongside.intake.grant;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.alongside.intake.consent.Consent;
import org.alongside.kit.access.ClientRecord;

/** A live permission of one agency to see named parts of one client's data. Written here only; other services hold copies. */
@Entity
@Table(name = "access_grant")
public class AccessGrant implements ClientRecord {

    @Id
    private UUID id;

    @Column(name = "client_id", nullable = false, updatable = false)
    private UUID clientId;

    @Column(name = "home_agency", nullable = false, updatable = false)
    private UUID homeAgency;

    @Column(nullable = false, updatable = false)
    private UUID grantee;

    @Column(nullable = false, updatable = false)
    private String[] parts;

    @Column(nullable = false, updatable = false)
    private String[] purposes;

    @Column(nullable = false, updatable = false)
    private String basis;

    @Column(name = "basis_id", nullable = false, updatable = false)
    private UUID basisId;

    @Column(name = "consent_id", nullable = false, updatable = false)
    private UUID consentId;

    @Column(name = "valid_from", nullable = false, updatable = false)
    private Instant validFrom;

    @Column(name = "valid_until", nullable = false)
    private Instant validUntil;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    @Version
    private long version;

    protected AccessGrant() {}

    /** A grant never opens more, nor longer, than the consent behind it. */
    AccessGrant(UUID id, Consent consent, UUID grantee, GrantBasis basis, UUID basisId,
            Collection<String> parts) {
        this.id = id;
        this.clientId = consent.clientId();
        this.homeAgency = consent.homeAgency();
        this.grantee = grantee;
        this.parts = parts.stream().filter(consent.parts()::contains).sorted().toArray(String[]::new);
        this.purposes = consent.purposes().stream().sorted().toArray(String[]::new);
        this.basis = basis.code();
        this.basisId = basisId;
        this.consentId = consent.recordId();
        this.validFrom = consent.validFrom();
        this.validUntil = consent.validUntil();
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

    List<String> purposes() {
        return List.of(purposes);
    }

    String basis() {
        return basis;
    }

    UUID basisId() {
        return basisId;
    }

    UUID consentId() {
        return consentId;
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
    public UUID clientId() {
        return clientId;
    }

    @Override
    public UUID homeAgency() {
        return homeAgency;
    }

    @Override
    public String recordType() {
        return "grant";
    }

    @Override
    public UUID recordId() {
        return id;
    }

    @Override
    public long recordVersion() {
        return version;
    }
}
