package org.alongside.referral.client;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.event.Event;
import org.alongside.kit.event.EventSchemas;
import org.alongside.kit.inbox.EventHandler;
import org.alongside.kit.restriction.Restriction;

/** Keeps the home agencies of clients as intake-service tells them. */
final class ClientEventHandlers {

    private ClientEventHandlers() {}

    /** @param restriction who may see the client; null when nothing is said of it */
    record ClientState(UUID clientId, UUID homeAgency, long version, Restriction restriction) {}

    @ApplicationScoped
    static class Registered implements EventHandler {

        private final ClientHomes homes;
        private final EventSchemas schemas;

        Registered(ClientHomes homes, EventSchemas schemas) {
            this.homes = homes;
            this.schemas = schemas;
        }

        @Override
        public String type() {
            return "org.alongside.intake.client.registered.v1";
        }

        @Override
        public void handle(Event event) {
            homes.learn(schemas.read(event, ClientState.class));
        }
    }

    @ApplicationScoped
    static class Changed implements EventHandler {

        private final ClientHomes homes;
        private final EventSchemas schemas;

        Changed(ClientHomes homes, EventSchemas schemas) {
            this.homes = homes;
            this.schemas = schemas;
        }

        @Override
        public String type() {
            return "org.alongside.intake.client.changed.v1";
        }

        @Override
        public void handle(Event event) {
            homes.learn(schemas.read(event, ClientState.class));
        }
    }
}
