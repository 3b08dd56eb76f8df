package org.alongside.referral.client;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.problem.Problem;

/** The home agencies of clients: this service's copy. */
@ApplicationScoped
@Transactional
public class ClientHomes {

    private final ClientHomeRepository homes;
    private final AccessContext access;

    ClientHomes(ClientHomeRepository homes, AccessContext access) {
        this.homes = homes;
        this.access = access;
    }

    /** @throws Problem {@code not-found} when the client is unknown, or at home elsewhere, which looks the same */
    public void requireOwn(UUID clientId) {
        homes.findByIdOptional(clientId).filter(home -> home.homeAgency().equals(access.caller().agency()))
                .orElseThrow(Problem::notFound);
    }

    void learn(ClientEventHandlers.ClientState state) {
        ClientHome home = homes.findByIdOptional(state.clientId()).orElseGet(() -> new ClientHome(state.clientId()));
        home.learn(state);
        homes.persist(home);
    }
}
