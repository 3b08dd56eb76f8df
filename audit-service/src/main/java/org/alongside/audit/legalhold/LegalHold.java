package org.alongside.audit.legalhold;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.alongside.audit.legalhold.api.HoldView;
import org.alongside.audit.legalhold.api.PlaceHold;
import org.alongside.kit.access.StoredRecord;
import org.alongside.kit.caller.Caller;
import org.alongside.kit.caller.Role;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.time.Ids;

/** Keeps accesses in the log although their time is over. It never changes but for its release, and stays known after that. */
@Entity
@Table(name = "legal_hold")
class LegalHold implements StoredRecord {

    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    private UUID agency;

    @Column(name = "every_agency", nullable = false, updatable = false)
    private boolean everyAgency;

    @Column(updatable = false)
    private UUID client;

    @Column(updatable = false)
    private String actor;

    @Column(name = "accessed_from", updatable = false)
    private Instant accessedFrom;

    @Column(name = "accessed_to", updatable = false)
    private Instant accessedTo;

    @Column(nullable = false, updatable = false)
    private String reference;

    @Column(name = "placed_by", nullable = false, updatable = false)
    private String placedBy;

    @Column(name = "placed_at", nullable = false, updatable = false)
    private Instant placedAt;

    @Column(name = "released_by")
    private String releasedBy;

    @Column(name = "released_at")
    private Instant releasedAt;

    @Version
    private long version;

    protected LegalHold() {}

    LegalHold(PlaceHold asked, Caller caller, Instant now) {
        this.id = Ids.next();
        this.agency = caller.agency();
        this.everyAgency = caller.roles().contains(Role.AUDITOR);
        this.client = asked.client();
        this.actor = asked.actor();
        this.accessedFrom = asked.from();
        this.accessedTo = asked.to();
        this.reference = asked.reference();
        this.placedBy = caller.subject();
        this.placedAt = now;
    }

    /** @throws Problem {@code conflicting-state} when it was released before */
    void release(String by, Instant now) {
        if (releasedAt != null) {
            throw Problem.of(ProblemType.CONFLICTING_STATE, "The hold has been released.");
        }
        releasedBy = by;
        releasedAt = now;
    }

    UUID agency() {
        return agency;
    }

    UUID client() {
        return client;
    }

    HoldView view() {
        return new HoldView(id, agency, everyAgency, client, actor, accessedFrom, accessedTo, reference, placedBy,
                placedAt,
                releasedBy, releasedAt, version);
    }

    @Override
    public String recordType() {
        return "legal-hold";
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
