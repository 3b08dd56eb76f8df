package org.alongside.audit.disclosurenote.api;

import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

/**
 * What a client says to a line of the account, written down by the home agency.
 *
 * @param client     id of the client
 * @param entryIndex the line, by its entry
 * @param kind       correction or dispute
 * @param words      the client's own words, verbatim
 */
public record WriteNote(@NotNull UUID client, @NotNull @PositiveOrZero Long entryIndex, @NotNull NoteKind kind,
        @NotBlank @Size(max = 4000) String words) {}
