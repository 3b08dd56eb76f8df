package org.alongside.planning.option;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.alongside.kit.record.HomeEntity;
import org.alongside.planning.goal.Goal;

/** A way to a goal that the worker offers. The client chooses it or refuses it, and nothing else depends on which. */
@Entity
@Table(name = "goal_option")
class GoalOption extends HomeEntity {

    static final String WORDS = "goal_option.words";
    static final String CLIENT_WORDS = "goal_option.client_words";

    @Column(name = "offer_id", nullable = false, updatable = false)
    private UUID offerId;

    @Column(name = "goal_id", nullable = false, updatable = false)
    private UUID goalId;

    @Column(name = "case_id", nullable = false, updatable = false)
    private UUID caseId;

    @Column(nullable = false)
    @Convert(converter = OptionStatusColumn.class)
    private OptionStatus status = OptionStatus.OFFERED;

    @Column(nullable = false, updatable = false)
    private byte[] words;

    @Column(name = "offered_by", nullable = false, updatable = false)
    private String offeredBy;

    @Column(name = "offered_at", nullable = false, updatable = false)
    private Instant offeredAt;

    @Column(name = "client_words")
    private byte[] clientWords;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "answered_at")
    private Instant answeredAt;

    protected GoalOption() {}

    /**
     * @param offerId the same for all that are offered together
     * @param by      token subject
     */
    GoalOption(UUID id, UUID offerId, Goal goal, byte[] sealedWords, String by, Instant now) {
        super(id, goal.clientId(), goal.homeAgency());
        this.offerId = offerId;
        this.goalId = goal.recordId();
        this.caseId = goal.caseId();
        this.words = sealedWords;
        this.offeredBy = by;
        this.offeredAt = now;
    }

    /**
     * @param answer            chosen or refused
     * @param sealedClientWords {@code null} for none: nobody owes a reason
     * @param by                token subject of who writes it down
     */
    void answer(OptionStatus answer, byte[] sealedClientWords, String by, Instant now) {
        status = status.to(answer);
        clientWords = sealedClientWords;
        recordedBy = by;
        answeredAt = now;
    }

    UUID offerId() {
        return offerId;
    }

    UUID goalId() {
        return goalId;
    }

    UUID caseId() {
        return caseId;
    }

    OptionStatus status() {
        return status;
    }

    byte[] words() {
        return words;
    }

    String offeredBy() {
        return offeredBy;
    }

    Instant offeredAt() {
        return offeredAt;
    }

    byte[] clientWords() {
        return clientWords;
    }

    String recordedBy() {
        return recordedBy;
    }

    Instant answeredAt() {
        return answeredAt;
    }

    @Override
    public String recordType() {
        return "option";
    }
}
