package org.alongside.planning.step;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.outbox.Outbox;

@ApplicationScoped
class StepEvents {

    private static final String TOPIC = "planning.step.v1";

    private final Outbox outbox;

    StepEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void added(Step step) {
        append("added", step);
    }

    void moved(Step step) {
        append("moved", step);
    }

    private void append(String verb, Step step) {
        outbox.append(TOPIC, step.recordId(), "org.alongside.planning.step." + verb + ".v1",
                new StepState(step.recordId(), step.goalId(), step.caseId(), step.clientId(), step.homeAgency(),
                        step.owner().code(), step.status().code(), step.dueOn(), step.referralId(), step.blockedBy(),
                        step.dependsOn(), step.recordVersion()));
    }

    record StepState(UUID stepId, UUID goalId, UUID caseId, UUID clientId, UUID homeAgency, String owner, String status,
            LocalDate dueOn, UUID referralId, String blockedBy, Set<UUID> dependsOn, long version) {}
}
