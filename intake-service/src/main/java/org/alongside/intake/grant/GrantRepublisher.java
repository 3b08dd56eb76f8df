package org.alongside.intake.grant;

import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.outbox.Republisher;

/**
 * Tells all grants anew, ended ones too, and that this was all: a copy that has applied everything from here on is whole,
 * whatever it missed before, a revocation as well.
 */
@ApplicationScoped
class GrantRepublisher implements Republisher {

    private final GrantRepository grants;
    private final GrantEvents events;

    GrantRepublisher(GrantRepository grants, GrantEvents events) {
        this.grants = grants;
        this.events = events;
    }

    @Override
    public String topic() {
        return GrantEvents.TOPIC;
    }

    @Override
    public void appendCurrentState(long lastSequence) {
        try (Stream<AccessGrant> all = grants.streamHeld()) {
            all.forEach(events::snapshot);
        }
        events.republished(lastSequence);
    }
}
