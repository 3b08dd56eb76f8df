package org.alongside.planning.casework;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.alongside.kit.access.Part;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.record.ClientEntity;

/** The work of a client and an agency together, from an intake to its ending. One per intake. */
@Entity
@Table(name = "client_case")
public class Case extends ClientEntity {

    @Column(name = "intake_id", nullable = false, updatable = false)
    private UUID intakeId;

    @Column(nullable = false)
    @Convert(converter = CaseStatusColumn.class)
    private CaseStatus status = CaseStatus.OPEN;

    @Column(nullable = false)
    @Convert(converter = CasePhaseColumn.class)
    private CasePhase phase = CasePhase.ENGAGING;

    @Column(name = "primary_worker", nullable = false)
    private String primaryWorker;

    @Column(name = "opened_at", nullable = false, updatable = false)
    private Instant openedAt;

    protected Case() {}

    Case(UUID id, IntakeOpened.Intake intake, Instant now) {
        super(id, intake.clientId(), intake.homeAgency());
        this.intakeId = intake.intakeId();
        this.primaryWorker = intake.worker();
        this.openedAt = now;
    }

    /** @throws Problem {@code conflicting-state} when the case is not open or the phase is out of reach */
    void moveTo(CasePhase next) {
        requireOpen();
        phase = phase.to(next);
    }

    void hold() {
        status = status.to(CaseStatus.ON_HOLD);
    }

    void resume() {
        status = status.to(CaseStatus.OPEN);
    }

    void close() {
        status = status.to(CaseStatus.CLOSED);
        phase = CasePhase.ENDING;
    }

    /** @throws Problem {@code conflicting-state} when the case is not closed */
    void reopen() {
        if (status != CaseStatus.CLOSED) {
            throw Problem.of(ProblemType.CONFLICTING_STATE, "The case is not closed.").with("present", status.code());
        }
        status = CaseStatus.OPEN;
        phase = CasePhase.ENGAGING;
    }

    /** @throws Problem {@code conflicting-state}: what is over is taken up again before anything else is done in it */
    void requireNotClosed() {
        if (status == CaseStatus.CLOSED) {
            throw Problem.of(ProblemType.CONFLICTING_STATE, "The case is closed.").with("present", status.code());
        }
    }

    /** @throws Problem {@code conflicting-state}: nothing is planned in a case that is on hold or closed */
    public void requireOpen() {
        if (status != CaseStatus.OPEN) {
            throw Problem.of(ProblemType.CONFLICTING_STATE, "The case is not open.").with("present", status.code());
        }
    }

    public CaseStatus status() {
        return status;
    }

    public CasePhase phase() {
        return phase;
    }

    UUID intakeId() {
        return intakeId;
    }

    String primaryWorker() {
        return primaryWorker;
    }

    Instant openedAt() {
        return openedAt;
    }

    @Override
    public String recordType() {
        return "case";
    }

    @Override
    public Set<Part> partsByGrant() {
        return Set.of(Part.PLAN);
    }
}
