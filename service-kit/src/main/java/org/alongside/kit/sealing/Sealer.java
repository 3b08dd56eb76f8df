package org.alongside.kit.sealing;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

/** Seals and opens values under the client's own key. A sealed value opens in its service, for its client and field only. */
@ApplicationScoped
public class Sealer {

    private final ClientKeys keys;

    Sealer(ClientKeys keys) {
        this.keys = keys;
    }

    /**
     * @param field table and column
     * @throws DestroyedKeyException when the client was erased
     */
    public byte[] seal(UUID clientId, String field, byte[] plain) {
        return keys.forSealing(clientId).seal(field, plain);
    }

    /**
     * @param field table and column it was sealed for
     * @throws DestroyedKeyException when the client was erased
     * @throws IllegalStateException when it was tampered with, or sealed for another client, field or service
     */
    public byte[] open(UUID clientId, String field, byte[] sealed) {
        return keys.forOpening(clientId).open(field, sealed);
    }
}
