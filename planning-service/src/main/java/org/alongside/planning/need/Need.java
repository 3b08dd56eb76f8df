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

    private static final String NOT_ASKED = "not-asked";
    private static final String DENIED = "disagrees";

    @Column(name = "assessment_id", nullable = false)
    private UUID assessmentId;

    @Column(nullable = false, updatable = false)
    private String category;

    @Column(nullable = false)
    private int severity;

    @Column(nullable = false)
    private String urgency;

    private Integer priority;

    @Column(name = "client_view", nullable = false)
    private String clientView;

    @Column(nullable = false)
    private boolean current;

    protected Need() {}

    Need(AssessmentCompleted.Assessment assessment, AssessmentCompleted.CodedNeed need) {
        super(need.needId(), assessment.clientId(), assessment.homeAgency());
        this.category = need.category();
        follow(assessment.assessmentId(), need);
    }

    /** Takes what a version of the assessment says of it. */
    void follow(UUID version, AssessmentCompleted.CodedNeed need) {
        assessmentId = version;
        severity = need.severity();
        urgency = need.urgency();
        priority = need.priority();
        clientView = need.clientView() == null ? NOT_ASKED : need.clientView();
        current = true;
    }

    /** A later version of the assessment does not come to it. */
    void supersede() {
        current = false;
    }

    /** Whether the latest version of the assessment comes to it. */
    public boolean isCurrent() {
        return current;
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

    String clientView() {
        return clientView;
    }

    /** Whether the client sees no need here. */
    public boolean isDenied() {
        return DENIED.equals(clientView);
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
