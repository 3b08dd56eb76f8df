package org.alongside.planning.dependency;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.alongside.kit.access.ClientRecord;
import org.alongside.kit.record.HomeEntity;

/** A supervisor looks, with the worker, at whether help that is extended again and again still leads to independence. */
@Entity
@Table(name = "dependency_review")
class DependencyReview extends HomeEntity {

    static final String WORDS = "dependency-review.words";

    @Column(name = "case_id", nullable = false, updatable = false)
    private UUID caseId;

    @Column(name = "agreement_id", nullable = false, updatable = false)
    private UUID agreementId;

    @Column(nullable = false, updatable = false)
    private int extensions;

    @Column(nullable = false)
    @Convert(converter = DependencyStatusColumn.class)
    private DependencyStatus status = DependencyStatus.RAISED;

    @Column(name = "raised_at", nullable = false, updatable = false)
    private Instant raisedAt;

    @Convert(converter = OutcomeColumn.class)
    private Outcome outcome;

    private byte[] words;

    @Column(name = "held_by")
    private String heldBy;

    @Column(name = "held_at")
    private Instant heldAt;

    protected DependencyReview() {}

    DependencyReview(UUID id, ClientRecord agreement, UUID caseId, int extensions, Instant now) {
        super(id, agreement.clientId(), agreement.homeAgency());
        this.caseId = caseId;
        this.agreementId = agreement.recordId();
        this.extensions = extensions;
        this.raisedAt = now;
    }

    /** @param by token subject */
    void hold(Outcome found, byte[] sealedWords, String by, Instant now) {
        status = status.to(DependencyStatus.HELD);
        outcome = found;
        words = sealedWords;
        heldBy = by;
        heldAt = now;
    }

    UUID caseId() {
        return caseId;
    }

    UUID agreementId() {
        return agreementId;
    }

    int extensions() {
        return extensions;
    }

    DependencyStatus status() {
        return status;
    }

    Instant raisedAt() {
        return raisedAt;
    }

    Outcome outcome() {
        return outcome;
    }

    byte[] words() {
        return words;
    }

    String heldBy() {
        return heldBy;
    }

    Instant heldAt() {
        return heldAt;
    }

    @Override
    public String recordType() {
        return "dependency-review";
    }
}
