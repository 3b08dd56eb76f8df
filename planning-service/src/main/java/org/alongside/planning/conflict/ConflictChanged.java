package org.alongside.planning.conflict;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.event.Event;
import org.alongside.kit.event.EventSchemas;
import org.alongside.kit.inbox.EventHandler;

/** A conflict of interest was declared or withdrawn. */
@ApplicationScoped
class ConflictChanged implements EventHandler {

    private final ConflictsOfInterest conflicts;
    private final EventSchemas schemas;

    ConflictChanged(ConflictsOfInterest conflicts, EventSchemas schemas) {
        this.conflicts = conflicts;
        this.schemas = schemas;
    }

    @Override
    public String type() {
        return "org.alongside.audit.conflict.changed.v1";
    }

    @Override
    public void handle(Event event) {
        conflicts.take(schemas.read(event, ConflictsOfInterest.Told.class));
    }
}
