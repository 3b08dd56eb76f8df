package org.alongside.planning.step;

import java.time.LocalDate;
import java.util.Collection;
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
import org.alongside.planning.goal.Goal;
import org.alongside.planning.referral.ReferralState;
import org.alongside.planning.step.api.AddStep;
import org.hibernate.annotations.BatchSize;

/** Something that client, worker or an agency does for a goal. One that follows a referral is moved by it. */
@Entity
@Table(name = "step")
public class Step extends ClientEntity {

    static final String WORDS = "step.words";
    static final String REASON = "step.reason";

    @Column(name = "goal_id", nullable = false, updatable = false)
    private UUID goalId;

    @Column(name = "case_id", nullable = false, updatable = false)
    private UUID caseId;

    @Column(nullable = false, updatable = false)
    @Convert(converter = OwnerColumn.class)
    private Owner owner;

    @Column(nullable = false)
    @Convert(converter = StepStatusColumn.class)
    private StepStatus status = StepStatus.TODO;

    @Column(nullable = false, updatable = false)
    private byte[] words;

    @Column(name = "due_on", nullable = false, updatable = false)
    private LocalDate dueOn;

    @Column(name = "referral_id")
    private UUID referralId;

    private byte[] reason;

    @Column(name = "blocked_by")
    private String blockedBy;

    @ElementCollection
    @CollectionTable(name = "step_dependency", joinColumns = @JoinColumn(name = "step_id"))
    @Column(name = "depends_on", nullable = false)
    @BatchSize(size = PageRequest.MAX_LIMIT)
    private Set<UUID> dependsOn = new HashSet<>();

    protected Step() {}

    Step(UUID id, Goal goal, AddStep step, byte[] sealedWords) {
        super(id, goal.clientId(), goal.homeAgency());
        this.goalId = goal.recordId();
        this.caseId = goal.caseId();
        this.owner = step.owner();
        this.words = sealedWords;
        this.dueOn = step.dueOn();
        this.referralId = step.referralId();
        this.dependsOn.addAll(step.dependsOn());
    }

    /** @param waitingFor what it depends on and is not finished */
    void start(Collection<UUID> waitingFor) {
        requireMovedByPeople();
        requireNone(waitingFor);
        moveTo(StepStatus.DOING);
    }

    /** @param waitingFor what it depends on and is not finished */
    void complete(Collection<UUID> waitingFor) {
        requireMovedByPeople();
        requireNone(waitingFor);
        moveTo(StepStatus.DONE);
    }

    void block(byte[] sealedReason) {
        moveTo(StepStatus.BLOCKED);
        reason = sealedReason;
    }

    void skip(byte[] sealedReason) {
        moveTo(StepStatus.SKIPPED);
        reason = sealedReason;
    }

    /**
     * Follows this referral from now on, whether or not anything of it is known yet.
     *
     * @throws Problem {@code conflicting-state} when the step is done or skipped
     */
    void follow(UUID referral) {
        if (status.isFinal()) {
            throw Problem.of(ProblemType.CONFLICTING_STATE, "The step is finished.").with("present", status.code());
        }
        referralId = referral;
    }

    /**
     * Waits for these from now on and for nothing else. That this closes no circle is for the caller to see to.
     *
     * @throws Problem {@code conflicting-state} when the step is begun or finished
     */
    void dependOn(Collection<UUID> steps) {
        if (status != StepStatus.TODO && status != StepStatus.BLOCKED) {
            throw Problem.of(ProblemType.CONFLICTING_STATE, "What a step waits for is decided before it is begun.")
                    .with("present", status.code());
        }
        dependsOn.retainAll(steps);
        dependsOn.addAll(steps);
    }

    /**
     * Goes where the referral is, by way of {@code doing} where the table asks for it. A finished step stays as it is: people
     * have decided on it.
     *
     * @return whether anything changed
     */
    boolean keepUpWith(ReferralState referral) {
        StepStatus target = StepStatus.following(referral.status());
        if (status.isFinal() || target == StepStatus.TODO || isAt(target, referral)) {
            return false;
        }
        if (!status.next().contains(target)) {
            moveTo(StepStatus.DOING);
        }
        moveTo(target);
        blockedBy = target == StepStatus.BLOCKED ? referral.status() : null;
        return true;
    }

    private boolean isAt(StepStatus target, ReferralState referral) {
        return status == target && (status != StepStatus.BLOCKED || referral.status().equals(blockedBy));
    }

    /** What was said or known about the status before is over with it. */
    private void moveTo(StepStatus next) {
        status = status.to(next);
        reason = null;
        blockedBy = null;
    }

    private static void requireNone(Collection<UUID> waitingFor) {
        if (!waitingFor.isEmpty()) {
            throw Problem.of(ProblemType.STEP_WAITS).with("waitingFor", List.copyOf(waitingFor));
        }
    }

    private void requireMovedByPeople() {
        if (referralId != null) {
            throw Problem.of(ProblemType.CONFLICTING_STATE, "The step follows its referral.").with("present",
                    status.code());
        }
    }

    UUID goalId() {
        return goalId;
    }

    UUID caseId() {
        return caseId;
    }

    Owner owner() {
        return owner;
    }

    StepStatus status() {
        return status;
    }

    byte[] words() {
        return words;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    UUID referralId() {
        return referralId;
    }

    Set<UUID> dependsOn() {
        return Set.copyOf(dependsOn);
    }

    byte[] reason() {
        return reason;
    }

    String blockedBy() {
        return blockedBy;
    }

    @Override
    public String recordType() {
        return "step";
    }

    /** The referral that it follows stays with the home agency. */
    @Override
    public Set<Part> partsByGrant() {
        return Set.of(Part.PLAN);
    }
}
