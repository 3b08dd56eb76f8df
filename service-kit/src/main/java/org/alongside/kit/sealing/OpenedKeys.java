package org.alongside.kit.sealing;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.transaction.TransactionScoped;

/** Data keys opened in the current transaction. No longer, so that a destroyed key is gone with the next one. */
@TransactionScoped
class OpenedKeys {

    private final Map<UUID, DataKey> keys = new HashMap<>();

    DataKey get(UUID clientId) {
        return keys.get(clientId);
    }

    void put(UUID clientId, DataKey key) {
        keys.put(clientId, key);
    }

    void forget(UUID clientId) {
        keys.remove(clientId);
    }
}
