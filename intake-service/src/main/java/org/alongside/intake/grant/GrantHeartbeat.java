package org.alongside.intake.grant;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.outbox.AfterDrain;
import org.alongside.kit.outbox.Outbox;
import org.alongside.kit.time.Ids;

/**
 * Tells the copies, several times a second, up to when they are complete. Sent behind the last grant on the topic's only
 * partition: whoever has read it has read every grant and revocation committed before {@code asOf}.
 */
@ApplicationScoped
class GrantHeartbeat implements AfterDrain {

    private static final Duration EVERY = Duration.ofMillis(500);

    private Instant last = Instant.EPOCH;

    @Override
    public List<Outbox.Message> signals(Instant asOf) {
        if (asOf.isBefore(last.plus(EVERY))) {
            return List.of();
        }
        last = asOf;
        return List.of(new Outbox.Message(GrantEvents.TOPIC, "heartbeat", "org.alongside.intake.grant.heartbeat.v1",
                Ids.next(), new Heartbeat(asOf)));
    }

    record Heartbeat(Instant asOf) {}
}
