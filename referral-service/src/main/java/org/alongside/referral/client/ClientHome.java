package org.alongside.referral.client;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Which agency a client was taken in at, as intake-service told. */
@Entity
@Table(name = "client_home")
class ClientHome {

    @Id
    @Column(name = "client_id")
    private UUID clientId;

    @Column(name = "home_agency", nullable = false)
    private UUID homeAgency;

    /** Version of the client in intake-service. */
    @Column(nullable = false)
    private long version;

    protected ClientHome() {}

    ClientHome(UUID clientId) {
        this.clientId = clientId;
    }

    /** An older state than the one known changes nothing. */
    void learn(ClientEventHandlers.ClientState state) {
        if (homeAgency == null || state.version() > version) {
            homeAgency = state.homeAgency();
            version = state.version();
        }
    }

    UUID homeAgency() {
        return homeAgency;
    }
}
