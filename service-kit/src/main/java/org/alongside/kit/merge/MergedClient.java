package org.alongside.kit.merge;

import java.util.UUID;

/**
 * Which record goes on for a client's, as events of intake-service carry it: always whole, so that the highest version is the present state.
 *
 * @param survivorId {@code null} when the record stands by itself again
 * @param version    counts on over all merges of the record into others
 */
public record MergedClient(UUID clientId, UUID homeAgency, UUID survivorId, long version) {}
