package org.alongside.intake.intake;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.outbox.Outbox;

@ApplicationScoped
class IntakeEvents {

    private static final String TOPIC = "intake.intake.v1";

    private final Outbox outbox;

    IntakeEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void opened(Intake intake) {
        append("opened", intake);
    }

    void completed(Intake intake) {
        append("completed", intake);
    }

    void withdrawn(Intake intake) {
        append("withdrawn", intake);
    }

    private void append(String verb, Intake intake) {
        outbox.append(TOPIC, intake.recordId(), "org.alongside.intake.intake." + verb + ".v1",
                new IntakeState(intake.recordId(), intake.clientId(), intake.homeAgency(), intake.status().code(),
                        intake.worker(), intake.recordVersion()));
    }

    record IntakeState(UUID intakeId, UUID clientId, UUID homeAgency, String status, String worker, long version) {}
}
