package org.alongside.kit.grant;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.event.Event;
import org.alongside.kit.event.EventSchemas;
import org.alongside.kit.inbox.EventHandler;
import org.alongside.kit.restriction.Restriction;

/** Keeps the copy of the grants in services that subscribe to {@code intake.grant.v1}. */
final class GrantEventHandlers {

    private GrantEventHandlers() {}

    @ApplicationScoped
    static class Issued implements EventHandler {

        private final GrantCopy copy;
        private final EventSchemas schemas;

        Issued(GrantCopy copy, EventSchemas schemas) {
            this.copy = copy;
            this.schemas = schemas;
        }

        @Override
        public String type() {
            return "org.alongside.intake.grant.issued.v1";
        }

        @Override
        public void handle(Event event) {
            copy.store(event, schemas.read(event, GrantState.class));
        }
    }

    @ApplicationScoped
    static class Revoked implements EventHandler {

        private final GrantCopy copy;
        private final EventSchemas schemas;

        Revoked(GrantCopy copy, EventSchemas schemas) {
            this.copy = copy;
            this.schemas = schemas;
        }

        @Override
        public String type() {
            return "org.alongside.intake.grant.revoked.v1";
        }

        @Override
        public void handle(Event event) {
            copy.store(event, schemas.read(event, GrantState.class));
        }
    }

    @ApplicationScoped
    static class Restricted implements EventHandler {

        private final GrantCopy copy;
        private final EventSchemas schemas;

        Restricted(GrantCopy copy, EventSchemas schemas) {
            this.copy = copy;
            this.schemas = schemas;
        }

        @Override
        public String type() {
            return "org.alongside.intake.client.restricted.v1";
        }

        @Override
        public void handle(Event event) {
            copy.store(event, schemas.read(event, Restriction.class));
        }
    }

    @ApplicationScoped
    static class Republished implements EventHandler {

        private final GrantCopy copy;
        private final EventSchemas schemas;

        Republished(GrantCopy copy, EventSchemas schemas) {
            this.copy = copy;
            this.schemas = schemas;
        }

        @Override
        public String type() {
            return "org.alongside.intake.grant.republished.v1";
        }

        @Override
        public void handle(Event event) {
            copy.republished(event, schemas.read(event, Republication.class).upToSequence());
        }

        record Republication(long upToSequence) {}
    }

    @ApplicationScoped
    static class Heartbeat implements EventHandler {

        private final GrantCopy copy;
        private final EventSchemas schemas;

        Heartbeat(GrantCopy copy, EventSchemas schemas) {
            this.copy = copy;
            this.schemas = schemas;
        }

        @Override
        public String type() {
            return "org.alongside.intake.grant.heartbeat.v1";
        }

        @Override
        public void handle(Event event) {
            Signal signal = schemas.read(event, Signal.class);
            copy.completeUpTo(signal.asOf(), signal.epoch(), signal.lastSequence());
        }

        record Signal(Instant asOf, int epoch, long lastSequence) {}
    }
}
