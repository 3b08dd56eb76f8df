package org.alongside.planning.casework;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.alongside.kit.access.ClientRecord;
import org.alongside.kit.access.Part;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;

/** The work of a client and an agency together, from an intake to its ending. One per intake. */
@Entity
@Table(name = "client_case")
public class Case implements ClientRecord {

    @Id
    private UUID id;

    @Column(name = "intake_id", nullable = false, updatable = false)
    private UUID intakeId;

    @Column(name = "client_id", nullable = false, updatable = false)
    private UUID clientId;

    @Column(name = "home_agency", nullable = false, updatable = false)
    private UUID homeAgency;

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

    @Version
    private long version;

    protected Case() {}

    Case(UUID id, IntakeOpened.Intake intake, Instant now) {
        this.id = id;
        this.intakeId = intake.intakeId();
        this.clientId = intake.clientId();
        this.homeAgency = intake.homeAgency();
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
    public UUID clientId() {
        return clientId;
    }

    @Override
    public UUID homeAgency() {
        return homeAgency;
    }

    @Override
    public String recordType() {
        return "case";
    }

    @Override
    public UUID recordId() {
        return id;
    }

    @Override
    public long recordVersion() {
        return version;
    }

    @Override
    public Set<Part> partsByGrant() {
        return Set.of(Part.PLAN);
    }
}
