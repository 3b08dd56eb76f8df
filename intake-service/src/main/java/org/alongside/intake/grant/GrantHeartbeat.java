package org.alongside.intake.grant;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.outbox.AfterDrain;
import org.alongside.kit.outbox.Drained;
import org.alongside.kit.outbox.Outbox;
import org.alongside.kit.time.Ids;

/**
 * Tells the copies, several times a second, up to when they are complete. Sent behind the last grant on the topic's only
 * partition: every grant and revocation committed before {@code asOf} has been told up to {@code lastSequence}, so whoever has
 * applied all of these is complete.
 */
@ApplicationScoped
class GrantHeartbeat implements AfterDrain {

    private static final Duration EVERY = Duration.ofMillis(500);

    private Instant last = Instant.EPOCH;

    @Override
    public List<Outbox.Message> signals(Drained drained) {
        Instant asOf = drained.asOf();
        if (asOf.isBefore(last.plus(EVERY))) {
            return List.of();
        }
        last = asOf;
        Drained.Position told = drained.position(GrantEvents.TOPIC);
        return List.of(new Outbox.Message(GrantEvents.TOPIC, "heartbeat", "org.alongside.intake.grant.heartbeat.v1",
                Ids.next(), new Heartbeat(asOf, told.epoch(), told.sequence())));
    }

    record Heartbeat(Instant asOf, int epoch, long lastSequence) {}
}
