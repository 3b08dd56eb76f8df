package org.alongside.referral.client;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.restriction.Restrictions;

/** The home agencies of clients: this service's copy. */
@ApplicationScoped
@Transactional
public class ClientHomes {

    private final ClientHomeRepository homes;
    private final Restrictions restrictions;
    private final AccessContext access;
    private final AccessGate gate;

    ClientHomes(ClientHomeRepository homes, Restrictions restrictions, AccessContext access, AccessGate gate) {
        this.homes = homes;
        this.restrictions = restrictions;
        this.access = access;
        this.gate = gate;
    }

    /** @throws Problem {@code not-found} when the client is unknown, or at home elsewhere, which looks the same */
    public void requireOwn(UUID clientId) {
        homes.findByIdOptional(clientId).filter(home -> home.homeAgency().equals(access.caller().agency()))
                .orElseThrow(() -> gate.notVisible("clientId", clientId));
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
