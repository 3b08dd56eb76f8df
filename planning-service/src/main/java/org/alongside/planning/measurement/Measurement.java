package org.alongside.planning.measurement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.alongside.kit.access.Part;
import org.alongside.kit.record.ClientEntity;
import org.alongside.planning.goal.Goal;
import org.hibernate.annotations.Immutable;

/** That a goal was at one of its levels on a day, and by what that was seen. */
@Entity
@Immutable
@Table(name = "goal_measurement")
class Measurement extends ClientEntity {

    static final String EVIDENCE = "measurement.evidence";

    @Column(name = "goal_id", nullable = false)
    private UUID goalId;

    @Column(name = "case_id", nullable = false)
    private UUID caseId;

    @Column(nullable = false)
    private int level;

    @Column(nullable = false)
    private byte[] evidence;

    @Column(name = "measured_on", nullable = false)
    private LocalDate measuredOn;

    @Column(name = "measured_by", nullable = false)
    private String measuredBy;

    @Column(name = "recorded_at", nullable = false)
    private Instant recordedAt;

    protected Measurement() {}

    /** @param by token subject */
    Measurement(UUID id, Goal goal, int level, byte[] sealedEvidence, LocalDate on, String by, Instant now) {
        super(id, goal.clientId(), goal.homeAgency());
        this.goalId = goal.recordId();
        this.caseId = goal.caseId();
        this.level = level;
        this.evidence = sealedEvidence;
        this.measuredOn = on;
        this.measuredBy = by;
        this.recordedAt = now;
    }

    UUID goalId() {
        return goalId;
    }

    UUID caseId() {
        return caseId;
    }

    int level() {
        return level;
    }

    byte[] evidence() {
        return evidence;
    }

    LocalDate measuredOn() {
        return measuredOn;
    }

    String measuredBy() {
        return measuredBy;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    @Override
    public String recordType() {
        return "goal-measurement";
    }

    @Override
    public Set<Part> partsByGrant() {
        return Set.of(Part.PLAN);
    }
}
