package org.alongside.intake.client;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.alongside.intake.history.Change;
import org.alongside.intake.history.History;
import org.alongside.intake.history.api.Action;
import org.alongside.kit.access.ClientRecord;

/** A person helped. Identity and contact live here and nowhere else in the suite, sealed under the client's own key. */
@Entity
@Table(name = "client")
public class Client implements ClientRecord {

    static final String IDENTITY = History.IDENTITY;
    static final String CONTACT = History.CONTACT;

    @Id
    private UUID id;

    @Column(name = "home_agency", nullable = false, updatable = false)
    private UUID homeAgency;

    @Column(nullable = false)
    private byte[] identity;

    private byte[] contact;

    @Column(name = "registered_at", nullable = false, updatable = false)
    private Instant registeredAt;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @Version
    private long version;

    protected Client() {}

    Client(UUID id, UUID homeAgency, Instant now) {
        this.id = id;
        this.homeAgency = homeAgency;
        this.registeredAt = now;
        this.changedAt = now;
    }

    /** Replaces what is recorded of the person; both values are already sealed. */
    void describe(byte[] sealedIdentity, byte[] sealedContact, Instant now) {
        this.identity = sealedIdentity;
        this.contact = sealedContact;
        this.changedAt = now;
    }

    /** What is to be kept of the present version; once it has been written. */
    Change became(Action action, List<String> changed) {
        return new Change(id, homeAgency, version, action, changed, identity, contact);
    }

    byte[] identity() {
        return identity;
    }

    byte[] contact() {
        return contact;
    }

    @Override
    public UUID clientId() {
        return id;
    }

    @Override
    public UUID homeAgency() {
        return homeAgency;
    }

    @Override
    public String recordType() {
        return "client";
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
