package org.alongside.kit.sealing;

import java.util.concurrent.Callable;

/** Calls into the crypto library where a failure means a broken installation, not wrong input. */
final class Crypto {

    private Crypto() {}

    static <T> T call(Callable<T> call) {
        try {
            return call.call();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException("Cryptographic operation failed", failure);
        }
    }
}
