package org.alongside.intake.erasure;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;

import org.alongside.intake.client.ClientService;
import org.alongside.intake.consent.ConsentService;
import org.alongside.intake.grant.GrantService;
import org.alongside.kit.erasure.ClientKeyDestroyed;
import org.alongside.kit.sealing.ClientKeys;
import org.alongside.kit.system.SystemWork;

/** Carries out what is due: nobody sees anything of the client from the commit on, and nobody can open anything ever again. */
@ApplicationScoped
class ErasureWork {

    private final ErasureRepository erasures;
    private final ErasureEvents events;
    private final ErasureConfig config;
    private final ClientService clients;
    private final ConsentService consents;
    private final GrantService grants;
    private final ClientKeys keys;
    private final Event<ClientKeyDestroyed> destroyed;
    private final Clock clock;

    ErasureWork(ErasureRepository erasures, ErasureEvents events, ErasureConfig config, ClientService clients,
            ConsentService consents, GrantService grants, ClientKeys keys, Event<ClientKeyDestroyed> destroyed,
            Clock clock) {
        this.erasures = erasures;
        this.events = events;
        this.config = config;
        this.clients = clients;
        this.consents = consents;
        this.grants = grants;
        this.keys = keys;
        this.destroyed = destroyed;
        this.clock = clock;
    }

    /**
     * The one that is due longest, in a transaction of its own.
     *
     * @return whether there was one
     */
    @SystemWork("erasure")
    public boolean eraseNext() {
        Optional<Erasure> due = erasures.nextDue(clock.instant());
        due.ifPresent(this::erase);
        return due.isPresent();
    }

    /** The client's row is held first: a change that is under way ends before, and one that comes later finds no client. */
    private void erase(Erasure erasure) {
        UUID client = erasure.clientId();
        clients.hold(client);
        consents.endAll(client);
        grants.revokeAll(client);
        keys.destroy(client);
        destroyed.fire(new ClientKeyDestroyed(client));
        erasure.destroyed(clock.instant());
        erasures.flush();
        events.erased(erasure);
    }

    /** Another service has destroyed its key. Runs in the inbox's transaction. */
    void confirm(UUID erasureId, String service) {
        erasures.findByIdOptional(erasureId, LockModeType.PESSIMISTIC_WRITE)
                .ifPresent(erasure -> erasure.confirm(service, config.services(), clock.instant()));
    }
}
