package org.alongside.intake.erasure;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.outbox.Outbox;

/** Tells the other services to destroy their keys. In the client's own topic, so that it comes after all that was told of the client. */
@ApplicationScoped
class ErasureEvents {

    private final Outbox outbox;

    ErasureEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void erased(Erasure erasure) {
        outbox.append("intake.client.v1", erasure.clientId(), "org.alongside.intake.client.erased.v1",
                new Erased(erasure.recordId(), erasure.clientId(), erasure.homeAgency()));
    }

    record Erased(UUID erasureId, UUID clientId, UUID homeAgency) {}
}
