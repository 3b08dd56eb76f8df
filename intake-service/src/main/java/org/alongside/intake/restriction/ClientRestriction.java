package org.alongside.intake.restriction;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.alongside.intake.client.Client;
import org.alongside.intake.restriction.api.RestrictionReason;
import org.alongside.kit.code.Coded;
import org.alongside.kit.record.ClientEntity;

/** That a client's record is hidden from all workers but those named, from when to when. */
@Entity
@Table(name = "restriction")
class ClientRestriction extends ClientEntity {

    static final String REASON = "restriction.reason";

    @Column(name = "reason_code", updatable = false)
    private String reasonCode;

    @Column(updatable = false)
    private byte[] reason;

    @Column(nullable = false)
    private String[] workers;

    @Column(name = "closed_grants", nullable = false, updatable = false)
    private UUID[] closedGrants;

    @Column(name = "restricted_by", nullable = false, updatable = false)
    private String restrictedBy;

    @Column(name = "restricted_at", nullable = false, updatable = false)
    private Instant restrictedAt;

    @Column(name = "lifted_by")
    private String liftedBy;

    @Column(name = "lifted_at")
    private Instant liftedAt;

    protected ClientRestriction() {}

    /**
     * @param code   null for none
     * @param reason sealed, or null
     * @param by     token subject
     */
    ClientRestriction(UUID id, Client client, RestrictionReason code, byte[] reason, Collection<String> workers,
            Collection<UUID> closedGrants, String by, Instant now) {
        super(id, client.clientId(), client.homeAgency());
        this.reasonCode = code == null ? null : code.code();
        this.reason = reason;
        this.closedGrants = closedGrants.stream().sorted().toArray(UUID[]::new);
        this.restrictedBy = by;
        this.restrictedAt = now;
        name(workers);
    }

    /** @param subjects in the place of those named before; at least one */
    final void name(Collection<String> subjects) {
        workers = subjects.stream().distinct().sorted().toArray(String[]::new);
    }

    void lift(String by, Instant now) {
        liftedBy = by;
        liftedAt = now;
    }

    boolean names(String worker) {
        return Arrays.asList(workers).contains(worker);
    }

    List<String> workers() {
        return List.of(workers);
    }

    RestrictionReason reasonCode() {
        return reasonCode == null ? null : Coded.stored(RestrictionReason.class, reasonCode);
    }

    byte[] reason() {
        return reason;
    }

    List<UUID> closedGrants() {
        return List.of(closedGrants);
    }

    String restrictedBy() {
        return restrictedBy;
    }

    Instant restrictedAt() {
        return restrictedAt;
    }

    String liftedBy() {
        return liftedBy;
    }

    Instant liftedAt() {
        return liftedAt;
    }

    boolean isInForce() {
        return liftedAt == null;
    }

    /** Shown to supervisors and privacy officers too, who see nothing else of the client: {@link RestrictionService} says to whom. */
    @Override
    public boolean isHiddenWhenRestricted() {
        return false;
    }

    @Override
    public String recordType() {
        return "restriction";
    }
}
