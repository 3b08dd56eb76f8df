package org.alongside.kit.access;

import java.util.UUID;

/** Which clients were erased. To everybody there is no such client any more. */
public interface ErasedClients {

    /** Asked in a transaction with an open access context. */
    boolean contains(UUID clientId);
}
