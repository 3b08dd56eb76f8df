package org.alongside.intake.household;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.alongside.intake.client.Client;
import org.alongside.kit.record.ClientEntity;

/** Who lives with a client. There is none until somebody has been recorded. */
@Entity
@Table(name = "household")
class Household extends ClientEntity {

    static final String MEMBERS = "household.members";

    @Column(nullable = false)
    private byte[] members;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    protected Household() {}

    Household(UUID id, Client client) {
        super(id, client.clientId(), client.homeAgency());
    }

    /** Replaces the members, already sealed. */
    void describe(byte[] sealedMembers, Instant now) {
        this.members = sealedMembers;
        this.changedAt = now;
    }

    byte[] members() {
        return members;
    }

    @Override
    public String recordType() {
        return "household";
    }
}
