package org.alongside.planning.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;

import org.alongside.kit.access.Part;
import org.alongside.kit.paging.PageRequest;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.record.ClientEntity;
import org.hibernate.annotations.BatchSize;

/** The work of a client and an agency together, from an intake to its ending. One per intake. */
@Entity
@Table(name = "client_case")
public class Case extends ClientEntity {

    private static final int LARGEST_TEAM = 20;

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

    @ElementCollection
    @CollectionTable(name = "case_team", joinColumns = @JoinColumn(name = "case_id"))
    @Column(name = "worker", nullable = false)
    @BatchSize(size = PageRequest.MAX_LIMIT)
    private Set<String> team = new HashSet<>();

    @Column(name = "opened_at", nullable = false, updatable = false)
    private Instant openedAt;

    @Column(name = "agreed_until")
    private LocalDate agreedUntil;

    @Column(nullable = false)
    private int extensions;

    @Column(nullable = false)
    private int weight = 1;

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

    /** @throws Problem {@code conflicting-state} when the case is not on hold: a closed one is reopened, which is more */
    void resume() {
        if (status != CaseStatus.ON_HOLD) {
            throw Problem.of(ProblemType.CONFLICTING_STATE, "The case is not on hold.").with("present", status.code());
        }
        status = CaseStatus.OPEN;
    }

    void close() {
        status = status.to(CaseStatus.CLOSED);
        phase = CasePhase.ENDING;
    }

    /**
     * Nothing when the worker is part of it.
     *
     * @param worker token subject
     * @throws Problem {@code conflicting-state} when the team is as large as it can be
     */
    void join(String worker) {
        if (worksIn(worker)) {
            return;
        }
        if (team.size() == LARGEST_TEAM) {
            throw Problem.of(ProblemType.CONFLICTING_STATE, "A team has at most " + LARGEST_TEAM + " members.");
        }
        team.add(worker);
    }

    /** Nothing when the worker is no part of it. */
    void leave(String worker) {
        team.remove(worker);
    }

    /** Another worker keeps the case from now on, and the one before is out of it. */
    void transferTo(String worker) {
        if (worker.equals(primaryWorker)) {
            throw Problem.of(ProblemType.CONFLICTING_STATE, "The worker keeps the case already.");
        }
        leave(worker);
        primaryWorker = worker;
    }

    void weigh(int heavy) {
        weight = heavy;
    }

    /** Whether a worker keeps the case or is part of its team. */
    public boolean worksIn(String worker) {
        return worker.equals(primaryWorker) || team.contains(worker);
    }

    List<String> team() {
        return team.stream().sorted().toList();
    }

    /** @throws Problem {@code conflicting-state} when the case is not closed */
    void reopen() {
        if (status != CaseStatus.CLOSED) {
            throw Problem.of(ProblemType.CONFLICTING_STATE, "The case is not closed.").with("present", status.code());
        }
        status = CaseStatus.OPEN;
        phase = CasePhase.ENGAGING;
        agreedUntil = null;
        extensions = 0;
    }

    /**
     * Takes note of the planned end of a version that came into force.
     *
     * @return whether it is later than the one before
     */
    boolean agreeUntil(LocalDate plannedEnd) {
        boolean extended = agreedUntil != null && plannedEnd.isAfter(agreedUntil);
        agreedUntil = plannedEnd;
        extensions += extended ? 1 : 0;
        return extended;
    }

    /**
     * Whether the work goes on beyond what was agreed; ends with a new version or with the case.
     *
     * @param today at the home agency
     */
    boolean isOverTime(LocalDate today) {
        return status != CaseStatus.CLOSED && agreedUntil != null && today.isAfter(agreedUntil);
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

    public String primaryWorker() {
        return primaryWorker;
    }

    LocalDate agreedUntil() {
        return agreedUntil;
    }

    /** How much of a caseload it is, 1 to 5. */
    public int weight() {
        return weight;
    }

    public int extensions() {
        return extensions;
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
