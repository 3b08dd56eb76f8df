package org.alongside.planning.measurement;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.outbox.Outbox;

@ApplicationScoped
class MeasurementEvents {

    private static final String TOPIC = "planning.measurement.v1";

    private final Outbox outbox;

    MeasurementEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void measured(Measurement of) {
        outbox.append(TOPIC, of.recordId(), "org.alongside.planning.measurement.made.v1",
                new MeasurementState(of.recordId(), of.goalId(), of.caseId(), of.clientId(), of.homeAgency(),
                        of.level(), of.measuredOn(), of.recordVersion()));
    }

    record MeasurementState(UUID measurementId, UUID goalId, UUID caseId, UUID clientId, UUID homeAgency, int level,
            LocalDate measuredOn, long version) {}
}
