package org.alongside.planning.closure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.record.HomeEntity;
import org.alongside.planning.casework.Case;

/** The ending of a case: what was gained, why it ends, how confident the client goes on, and where the door stays open. */
@Entity
@Table(name = "closure")
class Closure extends HomeEntity {

    static final String PARTING = "closure.parting";
    static final String SENT_BACK = "closure.sent-back";

    @Column(name = "case_id", nullable = false, updatable = false)
    private UUID caseId;

    @Column(nullable = false)
    @Convert(converter = ClosureStatusColumn.class)
    private ClosureStatus status = ClosureStatus.DRAFT;

    @Column(nullable = false)
    @Convert(converter = ClosureReasonColumn.class)
    private ClosureReason reason;

    @Column(nullable = false)
    private byte[] parting;

    @Column(name = "check_in_on")
    private LocalDate checkInOn;

    @Column(name = "completed_by")
    private String completedBy;

    @Column(name = "approved_by")
    private String approvedBy;

    @Column(name = "sent_back")
    private byte[] sentBack;

    @Column(name = "closed_at")
    private Instant closedAt;

    @Column(name = "known_referrals", nullable = false)
    private UUID[] knownReferrals = {};

    protected Closure() {}

    /** @param sealedParting already sealed */
    Closure(UUID id, Case of, ClosureReason reason, byte[] sealedParting, LocalDate checkInOn) {
        super(id, of.clientId(), of.homeAgency());
        this.caseId = of.recordId();
        write(reason, sealedParting, checkInOn);
    }

    /** @throws Problem {@code conflicting-state} when it is no draft any more */
    final void write(ClosureReason why, byte[] sealedParting, LocalDate checkIn) {
        if (status != ClosureStatus.DRAFT) {
            throw Problem.of(ProblemType.CONFLICTING_STATE, "Only a draft can be rewritten.").with("present",
                    status.code());
        }
        reason = why;
        parting = sealedParting;
        checkInOn = checkIn;
    }

    /** @param referrals that go on, as the worker knows */
    void knowing(Set<UUID> referrals) {
        knownReferrals = referrals.stream().sorted().toArray(UUID[]::new);
    }

    /** @param by token subject */
    void submit(String by) {
        status = status.to(ClosureStatus.AWAITING_APPROVAL);
        completedBy = by;
    }

    /** @param by token subject */
    void complete(String by, Instant now) {
        status = status.to(ClosureStatus.COMPLETED);
        completedBy = by;
        closedAt = now;
    }

    /**
     * @param by token subject
     * @throws Problem {@code not-permitted} for the one who completed it
     */
    void approve(String by, Instant now) {
        requireAwaited(ClosureStatus.COMPLETED);
        if (by.equals(completedBy)) {
            throw Problem.of(ProblemType.NOT_PERMITTED, "Another supervisor approves what you completed.");
        }
        status = ClosureStatus.COMPLETED;
        approvedBy = by;
        closedAt = now;
    }

    void sendBack(byte[] sealedReason) {
        requireAwaited(ClosureStatus.DRAFT);
        status = ClosureStatus.DRAFT;
        completedBy = null;
        sentBack = sealedReason;
    }

    private void requireAwaited(ClosureStatus next) {
        if (status != ClosureStatus.AWAITING_APPROVAL) {
            throw Problem.of(ProblemType.CONFLICTING_STATE, "The ending does not await approval.")
                    .with("present", status.code()).with("asked", next.code());
        }
    }

    void withdraw() {
        status = status.to(ClosureStatus.WITHDRAWN);
    }

    Set<UUID> knownReferrals() {
        return Set.of(knownReferrals);
    }

    UUID caseId() {
        return caseId;
    }

    ClosureStatus status() {
        return status;
    }

    ClosureReason reason() {
        return reason;
    }

    byte[] parting() {
        return parting;
    }

    LocalDate checkInOn() {
        return checkInOn;
    }

    String completedBy() {
        return completedBy;
    }

    String approvedBy() {
        return approvedBy;
    }

    byte[] sentBack() {
        return sentBack;
    }

    Instant closedAt() {
        return closedAt;
    }

    @Override
    public String recordType() {
        return "closure";
    }
}
