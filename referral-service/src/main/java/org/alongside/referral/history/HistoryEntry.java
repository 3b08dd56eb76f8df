package org.alongside.referral.history;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** One change of a referral, as it stays for ever. */
@Entity
@Immutable
@Table(name = "referral_history")
class HistoryEntry {

    @Id
    private UUID id;

    @Column(name = "referral_id", nullable = false)
    private UUID referralId;

    @Column(nullable = false)
    private long version;

    @Column(nullable = false)
    private Instant at;

    @Column(nullable = false)
    private String action;

    @Column(name = "from_status")
    private String fromStatus;

    @Column(name = "to_status", nullable = false)
    private String toStatus;

    private String reason;

    @Column(nullable = false)
    private String actor;

    @Column(name = "actor_kind", nullable = false)
    private String actorKind;

    private UUID agency;

    @Column(nullable = false)
    private String side;

    private String assignee;

    protected HistoryEntry() {}

    HistoryEntry(UUID id, Change change, Instant at, Actor by) {
        this.id = id;
        this.referralId = change.referralId();
        this.version = change.version();
        this.at = at;
        this.action = change.action();
        this.fromStatus = change.from();
        this.toStatus = change.to();
        this.reason = change.reason();
        this.actor = by.subject();
        this.actorKind = by.kind();
        this.agency = by.agency();
        this.side = change.side();
        this.assignee = change.assignee();
    }

    /** Token subject, or the job; code of the kind of caller; null agency for a job. */
    record Actor(String subject, String kind, UUID agency) {}

    Change change() {
        return new Change(referralId, version, action, fromStatus, toStatus, reason, side, assignee);
    }

    Instant at() {
        return at;
    }

    Actor by() {
        return new Actor(actor, actorKind, agency);
    }
}
