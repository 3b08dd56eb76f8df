package org.alongside.kit.merge;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.event.Event;
import org.alongside.kit.event.EventSchemas;
import org.alongside.kit.inbox.EventHandler;

/** Keeps the copy of which records are of one person, in every service that has {@code intake.client.v1} among the topics of its inbox. */
final class MergeEventHandlers {

    private MergeEventHandlers() {}

    @ApplicationScoped
    static class Merged implements EventHandler {

        private final MergedClients copy;
        private final EventSchemas schemas;

        Merged(MergedClients copy, EventSchemas schemas) {
            this.copy = copy;
            this.schemas = schemas;
        }

        @Override
        public String type() {
            return "org.alongside.intake.client.merged.v1";
        }

        @Override
        public void handle(Event event) {
            copy.store(schemas.read(event, MergedClient.class));
        }
    }

    @ApplicationScoped
    static class Unmerged implements EventHandler {

        private final MergedClients copy;
        private final EventSchemas schemas;

        Unmerged(MergedClients copy, EventSchemas schemas) {
            this.copy = copy;
            this.schemas = schemas;
        }

        @Override
        public String type() {
            return "org.alongside.intake.client.unmerged.v1";
        }

        @Override
        public void handle(Event event) {
            copy.store(schemas.read(event, MergedClient.class));
        }
    }
}
