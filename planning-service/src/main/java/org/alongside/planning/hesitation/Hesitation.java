package org.alongside.planning.hesitation;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.alongside.kit.record.HomeEntity;
import org.alongside.planning.goal.Goal;
import org.alongside.planning.hesitation.api.RaiseHesitation;

/** Something that keeps the client from a goal or one of its steps, and what was changed because of it. */
@Entity
@Table(name = "hesitation")
class Hesitation extends HomeEntity {

    static final String WORDS = "hesitation.words";
    static final String CHANGED = "hesitation.changed";

    @Column(name = "case_id", nullable = false, updatable = false)
    private UUID caseId;

    @Column(name = "goal_id", nullable = false, updatable = false)
    private UUID goalId;

    @Column(name = "step_id", updatable = false)
    private UUID stepId;

    @Column(nullable = false)
    @Convert(converter = HesitationStatusColumn.class)
    private HesitationStatus status = HesitationStatus.RAISED;

    @Column(nullable = false, updatable = false)
    @Convert(converter = CauseColumn.class)
    private Cause cause;

    @Column(updatable = false)
    private byte[] words;

    @Column(name = "raised_by", nullable = false, updatable = false)
    private String raisedBy;

    @Column(name = "raised_at", nullable = false, updatable = false)
    private Instant raisedAt;

    @Convert(converter = AdaptationColumn.class)
    private Adaptation change;

    private byte[] changed;

    @Column(name = "answered_by")
    private String answeredBy;

    @Column(name = "answered_at")
    private Instant answeredAt;

    protected Hesitation() {}

    /**
     * @param sealedWords the client's; {@code null} for none
     * @param by          token subject
     */
    Hesitation(UUID id, Goal goal, RaiseHesitation raised, byte[] sealedWords, String by, Instant now) {
        super(id, goal.clientId(), goal.homeAgency());
        this.caseId = goal.caseId();
        this.goalId = goal.recordId();
        this.stepId = raised.stepId();
        this.cause = raised.cause();
        this.words = sealedWords;
        this.raisedBy = by;
        this.raisedAt = now;
    }

    /**
     * @param sealedWords what was changed; {@code null} for none
     * @param by          token subject
     */
    void answer(Adaptation answer, byte[] sealedWords, String by, Instant now) {
        status = status.to(HesitationStatus.ANSWERED);
        change = answer;
        changed = sealedWords;
        answeredBy = by;
        answeredAt = now;
    }

    UUID caseId() {
        return caseId;
    }

    UUID goalId() {
        return goalId;
    }

    UUID stepId() {
        return stepId;
    }

    HesitationStatus status() {
        return status;
    }

    Cause cause() {
        return cause;
    }

    byte[] words() {
        return words;
    }

    String raisedBy() {
        return raisedBy;
    }

    Instant raisedAt() {
        return raisedAt;
    }

    Adaptation change() {
        return change;
    }

    byte[] changed() {
        return changed;
    }

    String answeredBy() {
        return answeredBy;
    }

    Instant answeredAt() {
        return answeredAt;
    }

    @Override
    public String recordType() {
        return "hesitation";
    }
}
