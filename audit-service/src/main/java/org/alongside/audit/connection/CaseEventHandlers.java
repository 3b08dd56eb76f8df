package org.alongside.audit.connection;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.audit.connection.ClientCases.CaseTold;
import org.alongside.kit.event.Event;
import org.alongside.kit.event.EventSchemas;
import org.alongside.kit.inbox.EventHandler;

/** Every event of a case carries its whole state, so both that concern its status are taken alike. */
final class CaseEventHandlers {

    private CaseEventHandlers() {}

    @ApplicationScoped
    static class Opened implements EventHandler {

        private final ClientCases cases;
        private final EventSchemas schemas;

        Opened(ClientCases cases, EventSchemas schemas) {
            this.cases = cases;
            this.schemas = schemas;
        }

        @Override
        public String type() {
            return "org.alongside.planning.case.opened.v1";
        }

        @Override
        public void handle(Event event) {
            cases.store(schemas.read(event, CaseTold.class), event.time());
        }
    }

    @ApplicationScoped
    static class StatusChanged implements EventHandler {

        private final ClientCases cases;
        private final EventSchemas schemas;

        StatusChanged(ClientCases cases, EventSchemas schemas) {
            this.cases = cases;
            this.schemas = schemas;
        }

        @Override
        public String type() {
            return "org.alongside.planning.case.status-changed.v1";
        }

        @Override
        public void handle(Event event) {
            cases.store(schemas.read(event, CaseTold.class), event.time());
        }
    }
}
