package org.alongside.kit.grant;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.event.Event;
import org.alongside.kit.event.EventSchemas;
import org.alongside.kit.inbox.EventHandler;

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
            copy.store(schemas.read(event, GrantState.class));
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
            copy.store(schemas.read(event, GrantState.class));
        }
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
            copy.completeUpTo(schemas.read(event, Signal.class).asOf());
        }

        record Signal(Instant asOf) {}
    }
}
