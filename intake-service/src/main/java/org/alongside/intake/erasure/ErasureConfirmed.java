package org.alongside.intake.erasure;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.event.Event;
import org.alongside.kit.event.EventSchemas;
import org.alongside.kit.inbox.EventHandler;

/** A service has destroyed its key of an erased client. */
@ApplicationScoped
class ErasureConfirmed implements EventHandler {

    private final ErasureWork work;
    private final EventSchemas schemas;

    ErasureConfirmed(ErasureWork work, EventSchemas schemas) {
        this.work = work;
        this.schemas = schemas;
    }

    @Override
    public String type() {
        return "org.alongside.kit.client.erasure-confirmed.v1";
    }

    @Override
    public void handle(Event event) {
        Confirmed confirmed = schemas.read(event, Confirmed.class);
        work.confirm(confirmed.erasureId(), confirmed.service());
    }

    record Confirmed(UUID erasureId, String service) {}
}
