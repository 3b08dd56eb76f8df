package org.alongside.intake.intake;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.outbox.Outbox;
import org.alongside.kit.restriction.Restriction;
import org.alongside.kit.restriction.Restrictions;

@ApplicationScoped
class IntakeEvents {

    private static final String TOPIC = "intake.intake.v1";

    private final Outbox outbox;
    private final Restrictions restrictions;

    IntakeEvents(Outbox outbox, Restrictions restrictions) {
        this.outbox = outbox;
        this.restrictions = restrictions;
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
                        intake.worker(), intake.recordVersion(),
                        restrictions.of(intake.clientId()).orElse(null)));
    }

    /** @param restriction also told here, so that nobody sees the case before the restriction of its client is known there */
    record IntakeState(UUID intakeId, UUID clientId, UUID homeAgency, String status, String worker, long version,
            Restriction restriction) {}
}
