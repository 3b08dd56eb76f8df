package org.alongside.audit.alert;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.outbox.Outbox;
import org.alongside.kit.outbox.Outbox.Message;

import com.fasterxml.jackson.annotation.JsonInclude;

@ApplicationScoped
class AlertEvents {

    private static final String TOPIC = "audit.alert.v1";
    private static final String RAISED = "org.alongside.audit.alert.raised.v1";

    private final Outbox outbox;

    AlertEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void raised(List<Alert> alerts) {
        outbox.appendAll(alerts.stream().map(alert -> new Message(TOPIC, alert.recordId().toString(), RAISED,
                alert.recordId(), state(alert))).toList());
    }

    private static Raised state(Alert alert) {
        return new Raised(alert.recordId(), alert.rule().code(), alert.severity().code(), alert.actor(), alert.agency(),
                alert.client(), alert.homeAgency(), alert.firstSeen());
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Raised(UUID alertId, String rule, String severity, String actor, UUID agency, UUID clientId,
            UUID homeAgency, Instant firstSeen) {}
}
