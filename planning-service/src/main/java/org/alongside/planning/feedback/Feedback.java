package org.alongside.planning.feedback;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.alongside.kit.record.HomeEntity;
import org.alongside.planning.casework.Case;

/** What a client says of the relationship. What was said stays; saying it anew is another one. */
@Entity
@Table(name = "feedback")
class Feedback extends HomeEntity {

    static final String OPINION = "feedback.opinion";

    @Column(name = "case_id", nullable = false, updatable = false)
    private UUID caseId;

    @Column(nullable = false, updatable = false)
    private byte[] opinion;

    @Column(name = "worker_may_see", nullable = false, updatable = false)
    private boolean workerMaySee;

    @Column(name = "given_on", nullable = false, updatable = false)
    private LocalDate givenOn;

    @Column(name = "recorded_by", nullable = false, updatable = false)
    private String recordedBy;

    protected Feedback() {}

    /**
     * @param sealedOpinion already sealed
     * @param by            token subject
     */
    Feedback(UUID id, Case of, byte[] sealedOpinion, boolean workerMaySee, LocalDate on, String by) {
        super(id, of.clientId(), of.homeAgency());
        this.caseId = of.recordId();
        this.opinion = sealedOpinion;
        this.workerMaySee = workerMaySee;
        this.givenOn = on;
        this.recordedBy = by;
    }

    UUID caseId() {
        return caseId;
    }

    byte[] opinion() {
        return opinion;
    }

    boolean mayWorkerSee() {
        return workerMaySee;
    }

    LocalDate givenOn() {
        return givenOn;
    }

    String recordedBy() {
        return recordedBy;
    }

    @Override
    public String recordType() {
        return "feedback";
    }
}
