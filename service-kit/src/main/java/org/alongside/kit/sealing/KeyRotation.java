package org.alongside.kit.sealing;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.system.SystemWork;

/** Wraps the keys of clients anew after the key-encryption key was changed, some at a time. */
@ApplicationScoped
class KeyRotation {

    private static final int BATCH = 200;

    private final ClientKeys keys;

    KeyRotation(ClientKeys keys) {
        this.keys = keys;
    }

    /** @return how many were wrapped anew; 0 when none is left under an older key, but for those that another instance works on */
    @SystemWork("key-rotation")
    public int wrapSome() {
        return keys.rewrap(BATCH);
    }
}
