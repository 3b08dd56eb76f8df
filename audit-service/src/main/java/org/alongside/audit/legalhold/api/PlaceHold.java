package org.alongside.audit.legalhold.api;

import java.time.Instant;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * Which accesses are to stay in the log beyond their time. All that is named must be true of an access; at least one of client, actor,
 * from and to is named. A privacy officer's hold means only accesses by workers of the own agency and to its clients.
 *
 * @param client    id of the client touched
 * @param actor     token subject, or {@code system:<service>/<job>}
 * @param from      earliest time of access, inclusive, RFC 3339 with microseconds at most
 * @param to        latest time of access, exclusive, RFC 3339 with microseconds at most
 * @param reference file number of the matter: letters, digits and {@code . / _ -}; no name of anybody
 */
public record PlaceHold(UUID client, @Pattern(regexp = "[^\\x00-\\x1f\\x7f]{1,100}") String actor, Instant from,
        Instant to, @NotNull @Pattern(regexp = "[A-Za-z0-9./_-]{1,60}") String reference) {}
