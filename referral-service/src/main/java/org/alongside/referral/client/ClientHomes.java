package org.alongside.referral.client;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.merge.MergedClients;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.restriction.Restrictions;

/** The home agencies of clients: this service's copy. */
@ApplicationScoped
@Transactional
public class ClientHomes {

    private final ClientHomeRepository homes;
    private final Restrictions restrictions;
    private final MergedClients merged;
    private final AccessContext access;
    private final AccessGate gate;

    ClientHomes(ClientHomeRepository homes, Restrictions restrictions, MergedClients merged, AccessContext access,
            AccessGate gate) {
        this.homes = homes;
        this.restrictions = restrictions;
        this.merged = merged;
        this.access = access;
        this.gate = gate;
    }

    /**
     * Refuses to begin anything for a client who is not the caller's agency's to begin it for.
     *
     * @throws Problem {@code not-found} when the client is unknown, or at home elsewhere, which looks the same; {@code client-merged} when
     *                 the client's record goes on in another one
     */
    public void requireOwn(UUID clientId) {
        homes.findByIdOptional(clientId).filter(home -> home.homeAgency().equals(access.caller().agency()))
                .orElseThrow(() -> gate.notVisible("clientId", clientId));
        merged.requireNotMerged(clientId);
    }

    void learn(ClientEventHandlers.ClientState state) {
        // the topic on which restrictions are told may come later than this one
        if (state.restriction() != null) {
            restrictions.store(state.restriction());
        }
        ClientHome home = homes.findByIdOptional(state.clientId()).orElseGet(() -> new ClientHome(state.clientId()));
        home.learn(state);
        homes.persist(home);
    }
}
