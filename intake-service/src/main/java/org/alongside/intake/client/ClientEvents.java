package org.alongside.intake.client;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.outbox.Outbox;
import org.alongside.kit.restriction.Restriction;
import org.alongside.kit.restriction.Restrictions;

/** What other services learn of a client: that it exists, and where its home is. */
@ApplicationScoped
class ClientEvents {

    private static final String TOPIC = "intake.client.v1";
    private static final String REGISTERED = "org.alongside.intake.client.registered.v1";

    private final Outbox outbox;
    private final Restrictions restrictions;

    ClientEvents(Outbox outbox, Restrictions restrictions) {
        this.outbox = outbox;
        this.restrictions = restrictions;
    }

    void registered(Client client) {
        outbox.append(TOPIC, client.clientId(), REGISTERED, known(client));
    }

    /** That there is this client, for a copy that begins or has lost its own. */
    void snapshot(Client client) {
        outbox.append(new Outbox.Message(TOPIC, client.clientId().toString(), REGISTERED, client.clientId(),
                known(client), true));
    }

    private Registered known(Client client) {
        return new Registered(client.clientId(), client.homeAgency(), client.recordVersion(),
                restrictions.of(client.clientId()).orElse(null));
    }

    void changed(Client client) {
        outbox.append(TOPIC, client.clientId(), "org.alongside.intake.client.changed.v1", state(client));
    }

    private static ClientState state(Client client) {
        return new ClientState(client.clientId(), client.homeAgency(), client.recordVersion());
    }

    /** @param restriction also told here, so that nobody sees a client who was restricted from the first before knowing of it */
    record Registered(UUID clientId, UUID homeAgency, long version, Restriction restriction) {}

    record ClientState(UUID clientId, UUID homeAgency, long version) {}
}
