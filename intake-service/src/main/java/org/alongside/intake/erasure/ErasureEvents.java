package org.alongside.intake.erasure;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.outbox.Outbox;

/** Tells the other services to destroy their keys. In the client's own topic, so that it comes after all that was told of the client. */
@ApplicationScoped
class ErasureEvents {

    static final String TOPIC = "intake.client.v1";
    private static final String TYPE = "org.alongside.intake.client.erased.v1";

    private final Outbox outbox;

    ErasureEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void erased(Erasure erasure) {
        outbox.append(TOPIC, erasure.clientId(), TYPE, state(erasure));
    }

    /** The same for a service that was restored, or has lost what came before: it destroys its key again. */
    void snapshot(Erasure erasure) {
        outbox.append(new Outbox.Message(TOPIC, erasure.clientId().toString(), TYPE, erasure.clientId(), state(erasure),
                true));
    }

    private static Erased state(Erasure erasure) {
        return new Erased(erasure.recordId(), erasure.clientId(), erasure.homeAgency());
    }

    record Erased(UUID erasureId, UUID clientId, UUID homeAgency) {}
}
