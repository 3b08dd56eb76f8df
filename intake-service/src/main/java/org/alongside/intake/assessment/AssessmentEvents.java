package org.alongside.intake.assessment;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.outbox.Outbox;

/** What other services learn of an assessment: the needs it came to, never what was said. */
@ApplicationScoped
class AssessmentEvents {

    private static final String TOPIC = "intake.assessment.v1";

    private final Outbox outbox;

    AssessmentEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void completed(Assessment assessment) {
        outbox.append(TOPIC, assessment.recordId(), "org.alongside.intake.assessment.completed.v1",
                new AssessmentState(assessment.recordId(), assessment.clientId(), assessment.homeAgency(),
                        assessment.recordVersion(), assessment.needs().stream().map(AssessmentEvents::state).toList()));
    }

    private static NeedState state(Need need) {
        return new NeedState(need.id(), need.category(), need.severity(), need.urgency().code(), need.priority());
    }

    record AssessmentState(UUID assessmentId, UUID clientId, UUID homeAgency, long version, List<NeedState> needs) {}

    record NeedState(UUID needId, String category, int severity, String urgency, Integer priority) {}
}
