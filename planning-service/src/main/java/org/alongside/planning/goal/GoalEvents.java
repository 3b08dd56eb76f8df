package org.alongside.planning.goal;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.outbox.Outbox;

@ApplicationScoped
class GoalEvents {

    private static final String TOPIC = "planning.goal.v1";

    private final Outbox outbox;

    GoalEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void proposed(Goal goal) {
        append("proposed", goal);
    }

    void moved(Goal goal) {
        append("moved", goal);
    }

    private void append(String verb, Goal goal) {
        outbox.append(TOPIC, goal.recordId(), "org.alongside.planning.goal." + verb + ".v1",
                new GoalState(goal.recordId(), goal.caseId(), goal.clientId(), goal.homeAgency(), goal.needId(),
                        goal.status().code(), goal.weight(), goal.recordVersion()));
    }

    record GoalState(UUID goalId, UUID caseId, UUID clientId, UUID homeAgency, UUID needId, String status, int weight,
            long version) {}
}
