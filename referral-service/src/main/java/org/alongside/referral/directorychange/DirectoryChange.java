package org.alongside.referral.directorychange;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.ColumnTransformer;

/** New values for fields of one entry of the directory, and what became of them. */
@Entity
@Table(name = "directory_change")
class DirectoryChange {

    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    private String entity;

    @Column(name = "entry_id", nullable = false, updatable = false)
    private UUID entryId;

    @Column(name = "organization_id", updatable = false)
    private UUID organizationId;

    /** JSON of {@link ChangedFields}. */
    @Column(nullable = false, updatable = false)
    @ColumnTransformer(read = "fields::text", write = "?::jsonb")
    private String fields;

    @Column(updatable = false)
    private String comment;

    @Column(nullable = false)
    @Convert(converter = DirectoryChangeStatusColumn.class)
    private DirectoryChangeStatus status = DirectoryChangeStatus.PROPOSED;

    @Column(name = "proposed_by", updatable = false)
    private UUID proposedBy;

    @Column(name = "proposed_at", nullable = false, updatable = false)
    private Instant proposedAt;

    @Column(name = "decided_by")
    private UUID decidedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    private String reason;

    @Version
    private long version;

    protected DirectoryChange() {}

    DirectoryChange(UUID id, Entry entry, String fields, String comment, UUID agency, Instant now) {
        this.id = id;
        this.entity = entry.entity().table();
        this.entryId = entry.id();
        this.organizationId = entry.organizationId();
        this.fields = fields;
        this.comment = comment;
        this.proposedBy = agency;
        this.proposedAt = now;
    }

    /** The caller sees to it that the directory has the new values in the same transaction. */
    void approve(UUID agency, Instant now) {
        decide(DirectoryChangeStatus.APPROVED, agency, now);
    }

    void decline(UUID agency, String why, Instant now) {
        decide(DirectoryChangeStatus.DECLINED, agency, now);
        reason = why;
    }

    void withdraw(UUID agency, Instant now) {
        decide(DirectoryChangeStatus.WITHDRAWN, agency, now);
    }

    private void decide(DirectoryChangeStatus outcome, UUID agency, Instant now) {
        status = status.to(outcome);
        decidedBy = agency;
        decidedAt = now;
    }

    UUID id() {
        return id;
    }

    String entity() {
        return entity;
    }

    UUID entryId() {
        return entryId;
    }

    String fields() {
        return fields;
    }

    String comment() {
        return comment;
    }

    DirectoryChangeStatus status() {
        return status;
    }

    UUID proposedBy() {
        return proposedBy;
    }

    Instant proposedAt() {
        return proposedAt;
    }

    UUID decidedBy() {
        return decidedBy;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    String reason() {
        return reason;
    }

    long version() {
        return version;
    }
}
