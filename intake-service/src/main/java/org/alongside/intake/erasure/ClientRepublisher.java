package org.alongside.intake.erasure;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.intake.client.ClientService;
import org.alongside.kit.outbox.Republisher;

/**
 * Tells of all clients anew: of each that there is one, or that it was erased. A service that was restored from a backup has the keys of
 * clients who were erased since; only this makes it destroy them again, however long ago that was.
 */
@ApplicationScoped
class ClientRepublisher implements Republisher {

    private final ErasureRepository erasures;
    private final ErasureEvents events;
    private final ClientService clients;

    ClientRepublisher(ErasureRepository erasures, ErasureEvents events, ClientService clients) {
        this.erasures = erasures;
        this.events = events;
        this.clients = clients;
    }

    @Override
    public String topic() {
        return ErasureEvents.TOPIC;
    }

    /** Erasures last, and looked for anew: one that is done meanwhile must not be overtaken by what was told of its client. */
    @Override
    public void appendCurrentState(long lastSequence) {
        Set<UUID> erased = erasures.done().stream().map(Erasure::clientId).collect(Collectors.toSet());
        clients.tellAnew(erased::contains);
        erasures.done().forEach(events::snapshot);
    }
}
