package org.alongside.planning.need;

import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.alongside.kit.access.ClientRecord;
import org.alongside.kit.access.Part;

/** A need that an assessment came to, copied from intake-service. Codes as they came. */
@Entity
@Table(name = "need")
public class Need implements ClientRecord {

    @Id
    private UUID id;

    @Column(name = "assessment_id", nullable = false, updatable = false)
    private UUID assessmentId;

    @Column(name = "client_id", nullable = false, updatable = false)
    private UUID clientId;

    @Column(name = "home_agency", nullable = false, updatable = false)
    private UUID homeAgency;

    @Column(nullable = false, updatable = false)
    private String category;

    @Column(nullable = false, updatable = false)
    private int severity;

    @Column(nullable = false, updatable = false)
    private String urgency;

    @Column(updatable = false)
    private Integer priority;

    @Version
    private long version;

    protected Need() {}

    Need(AssessmentCompleted.Assessment assessment, AssessmentCompleted.CodedNeed need) {
        this.id = need.needId();
        this.assessmentId = assessment.assessmentId();
        this.clientId = assessment.clientId();
        this.homeAgency = assessment.homeAgency();
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
    public UUID clientId() {
        return clientId;
    }

    @Override
    public UUID homeAgency() {
        return homeAgency;
    }

    @Override
    public String recordType() {
        return "need";
    }

    @Override
    public UUID recordId() {
        return id;
    }

    @Override
    public long recordVersion() {
        return version;
    }

    /** What became of it stays with the home agency: that is of the referrals. */
    @Override
    public Set<Part> partsByGrant() {
        return Set.of(Part.ASSESSMENT);
    }
}
