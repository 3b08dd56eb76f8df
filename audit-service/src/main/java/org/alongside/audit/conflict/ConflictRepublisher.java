package org.alongside.audit.conflict;

import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.outbox.Republisher;

/** Tells all declarations anew: whoever begins after the events were thrown away learns who stands close to whom. */
@ApplicationScoped
class ConflictRepublisher implements Republisher {

    private final ConflictRepository conflicts;
    private final ConflictEvents events;

    ConflictRepublisher(ConflictRepository conflicts, ConflictEvents events) {
        this.conflicts = conflicts;
        this.events = events;
    }

    @Override
    public String topic() {
        return ConflictEvents.TOPIC;
    }

    @Override
    public void appendCurrentState(long lastSequence) {
        try (Stream<ConflictDeclaration> all = conflicts.streamHeld()) {
            all.forEach(events::changed);
        }
    }
}
