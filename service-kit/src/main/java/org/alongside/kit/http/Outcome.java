package org.alongside.kit.http;

import java.util.UUID;

/**
 * What a request that takes effect once came to.
 *
 * @param id of the resource that the effect made
 * @param repeated whether an earlier request had made it
 */
public record Outcome<T>(UUID id, T view, boolean repeated) {}
