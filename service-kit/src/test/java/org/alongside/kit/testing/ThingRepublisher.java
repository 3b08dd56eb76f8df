package org.alongside.kit.testing;

import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.outbox.Outbox;
import org.alongside.kit.outbox.Republisher;

/** Tells the one thing there is on a topic of its own. */
@ApplicationScoped
public class ThingRepublisher implements Republisher {

    public static final String TOPIC = "kit.drain.v1";
    public static final String KEY = "republished";

    private final Outbox outbox;

    ThingRepublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void appendCurrentState(long lastSequence) {
        outbox.append(new Outbox.Message(TOPIC, KEY, Things.TYPE, UUID.randomUUID(), Map.of("n", 1), true));
    }
}
