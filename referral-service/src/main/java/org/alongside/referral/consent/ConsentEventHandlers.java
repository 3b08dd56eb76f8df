package org.alongside.referral.consent;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.event.Event;
import org.alongside.kit.event.EventSchemas;
import org.alongside.kit.inbox.EventHandler;

/** Keeps the consents of clients as intake-service tells them. */
final class ConsentEventHandlers {

    private ConsentEventHandlers() {}

    record ConsentState(UUID consentId, UUID clientId, UUID homeAgency, String status, Set<UUID> recipients,
            Set<String> parts, Set<String> categories, Set<String> purposes, Instant validFrom, Instant validUntil,
            long version) {}

    @ApplicationScoped
    static class Given implements EventHandler {

        private final Consents consents;
        private final EventSchemas schemas;

        Given(Consents consents, EventSchemas schemas) {
            this.consents = consents;
            this.schemas = schemas;
        }

        @Override
        public String type() {
            return "org.alongside.intake.consent.given.v1";
        }

        @Override
        public void handle(Event event) {
            consents.learn(schemas.read(event, ConsentState.class));
        }
    }

    @ApplicationScoped
    static class Revoked implements EventHandler {

        private final Consents consents;
        private final EventSchemas schemas;

        Revoked(Consents consents, EventSchemas schemas) {
            this.consents = consents;
            this.schemas = schemas;
        }

        @Override
        public String type() {
            return "org.alongside.intake.consent.revoked.v1";
        }

        @Override
        public void handle(Event event) {
            consents.learn(schemas.read(event, ConsentState.class));
        }
    }

    @ApplicationScoped
    static class Expired implements EventHandler {

        private final Consents consents;
        private final EventSchemas schemas;

        Expired(Consents consents, EventSchemas schemas) {
            this.consents = consents;
            this.schemas = schemas;
        }

        @Override
        public String type() {
            return "org.alongside.intake.consent.expired.v1";
        }

        @Override
        public void handle(Event event) {
            consents.learn(schemas.read(event, ConsentState.class));
        }
    }
}
