package org.alongside.intake.client;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.merge.MergedClient;
import org.alongside.kit.merge.MergedClients;
import org.alongside.kit.outbox.Outbox;
import org.alongside.kit.restriction.Restriction;
import org.alongside.kit.restriction.Restrictions;

/** What other services learn of a client: that it exists, and where its home is. */
@ApplicationScoped
class ClientEvents {

    private static final String TOPIC = "intake.client.v1";
    private static final String REGISTERED = "org.alongside.intake.client.registered.v1";
    private static final String MERGED = "org.alongside.intake.client.merged.v1";
    private static final String UNMERGED = "org.alongside.intake.client.unmerged.v1";

    private final Outbox outbox;
    private final Restrictions restrictions;
    private final MergedClients merged;

    ClientEvents(Outbox outbox, Restrictions restrictions, MergedClients merged) {
        this.outbox = outbox;
        this.restrictions = restrictions;
        this.merged = merged;
    }

    void registered(Client client) {
        outbox.append(TOPIC, client.clientId(), REGISTERED, known(client));
    }

    /** That there is this client, and in which record it goes on, for a copy that begins or has lost its own. */
    void snapshot(Client client) {
        snapshot(client.clientId(), REGISTERED, known(client));
        merged.last(client.clientId()).ifPresent(state -> snapshot(state.clientId(), type(state), state));
    }

    private void snapshot(UUID clientId, String type, Object state) {
        outbox.append(new Outbox.Message(TOPIC, clientId.toString(), type, clientId, state, true));
    }

    void merged(MergedClient state) {
        outbox.append(TOPIC, state.clientId(), type(state), state);
    }

    private static String type(MergedClient state) {
        return state.survivorId() == null ? UNMERGED : MERGED;
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
