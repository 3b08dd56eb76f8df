package org.alongside.audit.disclosurenote.api;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;
import org.alongside.kit.http.Versioned;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A note on a line of the account.
 *
 * @param id         of the note
 * @param clientId   whose words
 * @param entryIndex the line, by its entry
 * @param kind       correction or dispute
 * @param status     open or answered
 * @param words      the client's own; absent for an auditor, who sees no personal data
 * @param author     handle of the worker who wrote them down
 * @param notedAt    when
 * @param answer     of the agency; absent for an auditor, and while there is none
 * @param answeredBy handle of the worker who answered
 * @param answeredAt when
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NoteView(UUID id, @JsonProperty("client") UUID clientId, long entryIndex, NoteKind kind,
        NoteStatus status, String words, String author, Instant notedAt, String answer, String answeredBy,
        Instant answeredAt, @JsonIgnore Set<Part> parts,
        @JsonIgnore long version) implements DisclosedView, Versioned {}
