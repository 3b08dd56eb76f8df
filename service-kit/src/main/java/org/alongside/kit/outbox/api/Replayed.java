package org.alongside.kit.outbox.api;

/**
 * What a replay came to.
 *
 * @param events how many are sent again
 */
public record Replayed(int events) {}
