package org.alongside.planning.goal;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.alongside.kit.access.ClientRecord;
import org.alongside.kit.access.Part;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.record.ClientEntity;
import org.alongside.planning.assent.Assent;
import org.alongside.planning.assent.AssentView;
import org.alongside.planning.assent.Manner;
import org.alongside.planning.need.Need;

/** What is to be reached for a need, in the client's words, with the levels by which it will be measured. */
@Entity
@Table(name = "goal")
public class Goal extends ClientEntity {

    static final String WORDS = "goal.words";
    static final String DROP_REASON = "goal.drop_reason";

    @Column(name = "case_id", nullable = false, updatable = false)
    private UUID caseId;

    @Column(name = "need_id", nullable = false, updatable = false)
    private UUID needId;

    @Column(nullable = false)
    @Convert(converter = GoalStatusColumn.class)
    private GoalStatus status = GoalStatus.PROPOSED;

    @Column(nullable = false, updatable = false)
    private byte[] words;

    @Column(nullable = false, updatable = false)
    private int weight;

    /** Whether the client saw no need when it was proposed. */
    @Column(name = "despite_denial", nullable = false, updatable = false)
    private boolean despiteDenial;

    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "client_agreed_at"))
    @AttributeOverride(name = "manner", column = @Column(name = "client_manner"))
    private Assent clientAssent;

    @Column(name = "drop_reason")
    private byte[] dropReason;

    protected Goal() {}

    Goal(UUID id, UUID caseId, ClientRecord client, Need need, byte[] sealedWords, int weight) {
        super(id, client.clientId(), client.homeAgency());
        this.caseId = caseId;
        this.needId = need.recordId();
        this.despiteDenial = need.isDenied();
        this.words = sealedWords;
        this.weight = weight;
    }

    void agree(Manner manner, Instant now) {
        status = status.to(GoalStatus.AGREED);
        clientAssent = new Assent(manner, now);
    }

    void activate() {
        status = status.to(GoalStatus.ACTIVE);
    }

    void achieve() {
        status = status.to(GoalStatus.ACHIEVED);
    }

    void achievePartly() {
        status = status.to(GoalStatus.PARTLY_ACHIEVED);
    }

    void miss() {
        status = status.to(GoalStatus.NOT_ACHIEVED);
    }

    void drop(byte[] sealedReason) {
        status = status.to(GoalStatus.DROPPED);
        dropReason = sealedReason;
    }

    /** @throws Problem {@code conflicting-state}: nothing is planned for a goal that has its result or was dropped */
    public void requireUnfinished() {
        if (status.isFinal()) {
            throw Problem.of(ProblemType.CONFLICTING_STATE, "The goal is finished.").with("present", status.code());
        }
    }

    /** @throws Problem {@code conflicting-state}: no work before the client's assent, and none after the end */
    public void requireAssented() {
        if (status != GoalStatus.AGREED && status != GoalStatus.ACTIVE) {
            throw Problem.of(ProblemType.CONFLICTING_STATE, "The client has not agreed to the goal, or it is finished.")
                    .with("present", status.code());
        }
    }

    /** @throws Problem {@code conflicting-state}: only what the client agreed to and did not drop is measured */
    public void requireMeasurable() {
        if (status == GoalStatus.PROPOSED || status == GoalStatus.DROPPED) {
            throw Problem.of(ProblemType.CONFLICTING_STATE, "The client has not agreed to the goal, or dropped it.")
                    .with("present", status.code());
        }
    }

    public UUID caseId() {
        return caseId;
    }

    UUID needId() {
        return needId;
    }

    GoalStatus status() {
        return status;
    }

    byte[] words() {
        return words;
    }

    int weight() {
        return weight;
    }

    boolean despiteDenial() {
        return despiteDenial;
    }

    AssentView clientAssent() {
        return clientAssent == null ? null : clientAssent.view();
    }

    byte[] dropReason() {
        return dropReason;
    }

    @Override
    public String recordType() {
        return "goal";
    }

    @Override
    public Set<Part> partsByGrant() {
        return Set.of(Part.PLAN);
    }
}
