package org.alongside.kit.erasure;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.event.Event;
import org.alongside.kit.event.EventSchemas;
import org.alongside.kit.inbox.EventHandler;
import org.alongside.kit.outbox.Outbox;
import org.alongside.kit.sealing.ClientKeys;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A client was erased: this service destroys its own key of the client and confirms it, in one transaction. Hears of it in every service
 * that has {@code intake.client.v1} among the topics of its inbox; one that seals anything about clients must.
 */
@ApplicationScoped
class ClientErased implements EventHandler {

    static final String CONFIRMED = "org.alongside.kit.client.erasure-confirmed.v1";

    private final ClientKeys keys;
    private final jakarta.enterprise.event.Event<ClientKeyDestroyed> destroyed;
    private final EventSchemas schemas;
    private final Outbox outbox;
    private final String service;

    ClientErased(ClientKeys keys, jakarta.enterprise.event.Event<ClientKeyDestroyed> destroyed,
            EventSchemas schemas, Outbox outbox,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.keys = keys;
        this.destroyed = destroyed;
        this.schemas = schemas;
        this.outbox = outbox;
        this.service = service;
    }

    @Override
    public String type() {
        return "org.alongside.intake.client.erased.v1";
    }

    @Override
    public void handle(Event event) {
        Erased erased = schemas.read(event, Erased.class);
        keys.destroy(erased.clientId());
        destroyed.fire(new ClientKeyDestroyed(erased.clientId()));
        outbox.append(service + ".erasure.v1", erased.clientId(), CONFIRMED,
                new Confirmed(erased.erasureId(), erased.clientId(), service));
    }

    record Erased(UUID erasureId, UUID clientId) {}

    record Confirmed(UUID erasureId, UUID clientId, String service) {}
}
