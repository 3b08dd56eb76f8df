package org.alongside.audit.accessevent;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** An entry of the access log, for reading: what it is found by, and its bytes. */
@Entity
@Immutable
@Table(name = "log_entry")
class AccessEntry {

    @Id
    @Column(name = "entry_index")
    private long entryIndex;

    @Column(name = "event_id")
    private UUID eventId;

    @Column(name = "access_id")
    private UUID accessId;

    private UUID client;

    private String actor;

    private UUID agency;

    @Column(name = "home_agency")
    private UUID homeAgency;

    private String source;

    private String operation;

    private String purpose;

    private String basis;

    private String outcome;

    @Column(name = "at")
    private Instant accessedAt;

    @Column(name = "sealed_at")
    private Instant sealedAt;

    private byte[] entry;

    @Column(name = "leaf_hash")
    private byte[] leafHash;

    protected AccessEntry() {}

    long entryIndex() {
        return entryIndex;
    }

    UUID eventId() {
        return eventId;
    }

    /** {@code null} for an access that named no client. */
    UUID client() {
        return client;
    }

    Instant accessedAt() {
        return accessedAt;
    }

    Instant sealedAt() {
        return sealedAt;
    }

    byte[] entry() {
        return entry;
    }

    byte[] leafHash() {
        return leafHash;
    }
}
