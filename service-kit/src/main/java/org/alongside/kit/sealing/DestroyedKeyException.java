package org.alongside.kit.sealing;

import java.util.UUID;

/** The client was erased in this service: nothing of theirs can be opened, and nothing new is sealed for them. */
public class DestroyedKeyException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    DestroyedKeyException(UUID clientId) {
        super("The data key of client " + clientId + " is destroyed");
    }
}
