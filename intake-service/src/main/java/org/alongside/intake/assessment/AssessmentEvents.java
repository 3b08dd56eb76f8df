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

    /** In the order of the versions: all events of an assessment have the id of its first version as their key. */
    void completed(Assessment assessment, AssessmentVersions earlier) {
        if (earlier.all().isEmpty()) {
            outbox.append(TOPIC, assessment.root(), "org.alongside.intake.assessment.completed.v1",
                    new AssessmentState(assessment.recordId(), assessment.clientId(), assessment.homeAgency(),
                            assessment.recordVersion(), states(assessment)));
        } else {
            outbox.append(TOPIC, assessment.root(), "org.alongside.intake.assessment.amended.v1",
                    new AmendedState(assessment.recordId(), assessment.amends(), assessment.number(),
                            assessment.clientId(), assessment.homeAgency(), assessment.recordVersion(),
                            states(assessment), earlier.goneIn(assessment)));
        }
    }

    private static List<NeedState> states(Assessment assessment) {
        return assessment.needs().stream().map(AssessmentEvents::state).toList();
    }

    private static NeedState state(Need need) {
        return new NeedState(need.needId(), need.category(), need.severity(), need.urgency().code(), need.priority(),
                need.clientView().code());
    }

    record AssessmentState(UUID assessmentId, UUID clientId, UUID homeAgency, long version, List<NeedState> needs) {}

    record AmendedState(UUID assessmentId, UUID amends, int number, UUID clientId, UUID homeAgency, long version,
            List<NeedState> needs, List<UUID> gone) {}

    record NeedState(UUID needId, String category, int severity, String urgency, Integer priority, String clientView) {}
}
