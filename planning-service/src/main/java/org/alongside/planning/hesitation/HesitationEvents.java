package org.alongside.planning.hesitation;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.outbox.Outbox;

@ApplicationScoped
class HesitationEvents {

    private static final String TOPIC = "planning.hesitation.v1";

    private final Outbox outbox;

    HesitationEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void raised(Hesitation hesitation) {
        append("raised", hesitation);
    }

    void answered(Hesitation hesitation) {
        append("answered", hesitation);
    }

    private void append(String verb, Hesitation of) {
        outbox.append(TOPIC, of.recordId(), "org.alongside.planning.hesitation." + verb + ".v1",
                new HesitationState(of.recordId(), of.caseId(), of.goalId(), of.stepId(), of.clientId(),
                        of.homeAgency(), of.status().code(), of.cause().code(),
                        of.change() == null ? null : of.change().code(), of.recordVersion()));
    }

    record HesitationState(UUID hesitationId, UUID caseId, UUID goalId, UUID stepId, UUID clientId, UUID homeAgency,
            String status, String cause, String change, long version) {}
}
