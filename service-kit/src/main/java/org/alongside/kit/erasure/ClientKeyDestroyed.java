package org.alongside.kit.erasure;

import java.util.UUID;

/**
 * A client's key is destroyed in this service. Observed, in the same transaction, by whoever keeps something of clients that the key does
 * not protect: what finds them, and what still offers them to others.
 */
public record ClientKeyDestroyed(UUID clientId) {}
