package org.alongside.planning.need;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.alongside.kit.access.Part;
import org.alongside.kit.record.ClientEntity;

/** A need that an assessment came to, copied from intake-service. Codes as they came. */
@Entity
@Table(name = "need")
public class Need extends ClientEntity {

    @Column(name = "assessment_id", nullable = false, updatable = false)
    private UUID assessmentId;

    @Column(nullable = false, updatable = false)
    private String category;

    @Column(nullable = false, updatable = false)
    private int severity;

    @Column(nullable = false, updatable = false)
    private String urgency;

    @Column(updatable = false)
    private Integer priority;

    protected Need() {}

    Need(AssessmentCompleted.Assessment assessment, AssessmentCompleted.CodedNeed need) {
        super(need.needId(), assessment.clientId(), assessment.homeAgency());
        this.assessmentId = assessment.assessmentId();
        this.category = need.category();
        this.severity = need.severity();
        this.urgency = need.urgency();
        this.priority = need.priority();
    }

    UUID assessmentId() {
        return assessmentId;
    }

    String category() {
        return category;
    }

    int severity() {
        return severity;
    }

    String urgency() {
        return urgency;
    }

    Integer priority() {
        return priority;
    }

    @Override
    public String recordType() {
        return "need";
    }

    /** What became of it stays with the home agency: that is of the referrals. */
    @Override
    public Set<Part> partsByGrant() {
        return Set.of(Part.ASSESSMENT);
    }

    @Override
    public Optional<String> needCategory() {
        return Optional.of(category);
    }
}
