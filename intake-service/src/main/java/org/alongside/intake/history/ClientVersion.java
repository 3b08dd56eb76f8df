package org.alongside.intake.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.alongside.intake.history.api.Action;
import org.hibernate.annotations.Immutable;

/** One version of a client's record, as it stays for as long as the record does. */
@Entity
@Immutable
@Table(name = "client_version")
class ClientVersion {

    @Id
    private UUID id;

    @Column(name = "client_id", nullable = false)
    private UUID clientId;

    @Column(name = "home_agency", nullable = false)
    private UUID homeAgency;

    @Column(nullable = false)
    private long version;

    @Column(nullable = false)
    private Instant at;

    @Column(nullable = false)
    @Convert(converter = ActionColumn.class)
    private Action action;

    @Column(nullable = false)
    private String[] changed;

    private String actor;

    @Column(name = "actor_kind")
    private String actorKind;

    private UUID agency;

    @Column(nullable = false)
    private byte[] identity;

    private byte[] contact;

    protected ClientVersion() {}

    ClientVersion(UUID id, Change change, Instant at, Actor by) {
        this.id = id;
        this.clientId = change.clientId();
        this.homeAgency = change.homeAgency();
        this.version = change.version();
        this.at = at;
        this.action = change.action();
        this.changed = change.changed().toArray(String[]::new);
        this.actor = by.subject();
        this.actorKind = by.kind();
        this.agency = by.agency();
        this.identity = change.identity();
        this.contact = change.contact();
    }

    /** Token subject, code of the kind of caller, agency; all {@code null} for what was carried over. */
    record Actor(String subject, String kind, UUID agency) {}

    Change change() {
        return new Change(clientId, homeAgency, version, action, List.of(changed), identity, contact);
    }

    Instant at() {
        return at;
    }

    Actor by() {
        return new Actor(actor, actorKind, agency);
    }
}
