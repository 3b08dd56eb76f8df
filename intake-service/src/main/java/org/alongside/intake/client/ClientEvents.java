package org.alongside.intake.client;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.outbox.Outbox;

/** What other services learn of a client: that it exists, and where its home is. */
@ApplicationScoped
class ClientEvents {

    private static final String TOPIC = "intake.client.v1";

    private final Outbox outbox;

    ClientEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void registered(Client client) {
        outbox.append(TOPIC, client.clientId(), "org.alongside.intake.client.registered.v1", state(client));
    }

    void changed(Client client) {
        outbox.append(TOPIC, client.clientId(), "org.alongside.intake.client.changed.v1", state(client));
    }

    private static ClientState state(Client client) {
        return new ClientState(client.clientId(), client.homeAgency(), client.recordVersion());
    }

    record ClientState(UUID clientId, UUID homeAgency, long version) {}
}
