package org.alongside.intake.grant;

import java.time.Clock;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.outbox.Republisher;

/** Tells all live grants anew. A copy that missed a revocation keeps its grant by this; {@code replay} brings revocations again. */
@ApplicationScoped
class GrantRepublisher implements Republisher {

    private final GrantRepository grants;
    private final GrantEvents events;
    private final Clock clock;

    GrantRepublisher(GrantRepository grants, GrantEvents events, Clock clock) {
        this.grants = grants;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String topic() {
        return GrantEvents.TOPIC;
    }

    @Override
    public void appendCurrentState() {
        try (Stream<AccessGrant> live = grants.streamLive(clock.instant())) {
            live.forEach(events::snapshot);
        }
    }
}
