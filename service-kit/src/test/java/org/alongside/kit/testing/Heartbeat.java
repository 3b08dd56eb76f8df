package org.alongside.kit.testing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.event.Event;
import org.alongside.kit.event.EventSchemas;
import org.alongside.kit.inbox.EventHandler;
import org.alongside.kit.outbox.AfterDrain;
import org.alongside.kit.outbox.Drained;
import org.alongside.kit.outbox.Outbox;

/** Tells after each drain up to when everything has been told, and takes the newest of what it hears. */
@ApplicationScoped
public class Heartbeat implements AfterDrain, EventHandler {

    private static final UUID ID = UUID.randomUUID();

    private final EventSchemas schemas;
    private final AtomicReference<Instant> heard = new AtomicReference<>(Instant.EPOCH);
    private final AtomicReference<Error> failure = new AtomicReference<>();
    private volatile boolean beating;
    private volatile Drained drained;

    Heartbeat(EventSchemas schemas) {
        this.schemas = schemas;
    }

    private record Beat(Instant asOf) {}

    public void beat(boolean on) {
        beating = on;
    }

    /** Makes the relay's next pass end with it. */
    public void failOnce(Error error) {
        failure.set(error);
    }

    public boolean failed() {
        return failure.get() == null;
    }

    /** What the last drain came to. */
    public Drained drained() {
        return drained;
    }

    public Instant heard() {
        return heard.get();
    }

    @Override
    public List<Outbox.Message> signals(Drained now) {
        drained = now;
        Error error = failure.getAndSet(null);
        if (error != null) {
            throw error;
        }
        return beating
                ? List.of(new Outbox.Message(Things.TOPIC, "heartbeat", Things.HEARTBEAT, ID,
                        Map.of("asOf", now.asOf().toString())))
                : List.of();
    }

    @Override
    public String type() {
        return Things.HEARTBEAT;
    }

    @Override
    public void handle(Event event) {
        Instant asOf = schemas.read(event, Beat.class).asOf();
        heard.accumulateAndGet(asOf, (one, other) -> one.isAfter(other) ? one : other);
    }
}
