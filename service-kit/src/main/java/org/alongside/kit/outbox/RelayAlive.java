package org.alongside.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Has a process restarted whose relay has ended. A relay that only waits for Kafka or the database is alive. */
@Liveness
@ApplicationScoped
class RelayAlive implements HealthCheck {

    private final OutboxRelay relay;

    RelayAlive(OutboxRelay relay) {
        this.relay = relay;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("relay alive").status(relay.alive()).build();
    }
}
