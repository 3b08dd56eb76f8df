package org.alongside.planning.closure;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.outbox.Outbox;

@ApplicationScoped
class ClosureEvents {

    private static final String TOPIC = "planning.closure.v1";

    private final Outbox outbox;

    ClosureEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Before that an ending is nobody else's concern. */
    void completed(Closure of) {
        outbox.append(TOPIC, of.recordId(), "org.alongside.planning.closure.completed.v1",
                new ClosureState(of.recordId(), of.caseId(), of.clientId(), of.homeAgency(), of.status().code(),
                        of.reason().code(), of.checkInOn(), of.recordVersion()));
    }

    record ClosureState(UUID closureId, UUID caseId, UUID clientId, UUID homeAgency, String status, String reason,
            LocalDate checkInOn, long version) {}
}
