package org.alongside.planning.review;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.alongside.kit.access.ClientRecord;
import org.alongside.kit.record.HomeEntity;

/** A day on which client and worker look back, and what came of it. */
@Entity
@Table(name = "review")
class Review extends HomeEntity {

    static final String WORDS = "review.words";

    @Column(name = "case_id", nullable = false, updatable = false)
    private UUID caseId;

    @Column(name = "agreement_id", updatable = false)
    private UUID agreementId;

    @Column(name = "due_on", nullable = false, updatable = false)
    private LocalDate dueOn;

    @Column(nullable = false)
    @Convert(converter = ReviewStatusColumn.class)
    private ReviewStatus status = ReviewStatus.PLANNED;

    @Column(name = "held_on")
    private LocalDate heldOn;

    private byte[] words;

    @Convert(converter = DecisionColumn.class)
    private Decision decision;

    @Column(name = "held_by")
    private String heldBy;

    protected Review() {}

    /** @param agreementId {@code null} for one besides the agreement */
    Review(UUID id, ClientRecord client, UUID caseId, UUID agreementId, LocalDate dueOn) {
        super(id, client.clientId(), client.homeAgency());
        this.caseId = caseId;
        this.agreementId = agreementId;
        this.dueOn = dueOn;
    }

    /** @param by token subject */
    void hold(LocalDate on, byte[] sealedWords, Decision decided, String by) {
        status = status.to(ReviewStatus.HELD);
        heldOn = on;
        words = sealedWords;
        decision = decided;
        heldBy = by;
    }

    void callOff() {
        status = status.to(ReviewStatus.CALLED_OFF);
    }

    UUID caseId() {
        return caseId;
    }

    UUID agreementId() {
        return agreementId;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    ReviewStatus status() {
        return status;
    }

    LocalDate heldOn() {
        return heldOn;
    }

    byte[] words() {
        return words;
    }

    Decision decision() {
        return decision;
    }

    String heldBy() {
        return heldBy;
    }

    @Override
    public String recordType() {
        return "review";
    }
}
