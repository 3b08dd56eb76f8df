package org.alongside.planning.option;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.outbox.Outbox;

@ApplicationScoped
class OptionEvents {

    private static final String TOPIC = "planning.option.v1";

    private final Outbox outbox;

    OptionEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void offered(GoalOption option) {
        append("offered", option);
    }

    void answered(GoalOption option) {
        append("answered", option);
    }

    private void append(String verb, GoalOption of) {
        outbox.append(TOPIC, of.recordId(), "org.alongside.planning.option." + verb + ".v1",
                new OptionState(of.recordId(), of.offerId(), of.goalId(), of.caseId(), of.clientId(), of.homeAgency(),
                        of.status().code(), of.recordVersion()));
    }

    record OptionState(UUID optionId, UUID offerId, UUID goalId, UUID caseId, UUID clientId, UUID homeAgency,
            String status, long version) {}
}
