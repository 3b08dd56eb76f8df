package org.alongside.intake.grant;

import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.outbox.Republisher;
import org.alongside.kit.restriction.Restrictions;

/**
 * Tells all grants and restrictions anew, ended ones too, and that this was all: a copy that has applied everything from here on is whole,
 * whatever it missed before, a revocation as well.
 */
@ApplicationScoped
class GrantRepublisher implements Republisher {

    private final GrantRepository grants;
    private final Restrictions restrictions;
    private final GrantEvents events;

    GrantRepublisher(GrantRepository grants, Restrictions restrictions, GrantEvents events) {
        this.grants = grants;
        this.restrictions = restrictions;
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
        restrictions.all().forEach(events::snapshot);
        events.republished(lastSequence);
    }
}
