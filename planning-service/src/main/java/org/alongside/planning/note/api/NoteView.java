package org.alongside.planning.note.api;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;
import org.alongside.kit.http.Versioned;
import org.alongside.planning.note.NoteKind;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A note.
 *
 * @param corrects    the note that this one puts right or adds to; absent for none
 * @param addenda     notes that put this one right or add to it, the oldest first; absent for none
 * @param visibleWith parts of which a consent opens it to another agency
 * @param author      token subject
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record NoteView(UUID noteId, UUID caseId, UUID clientId, UUID corrects, List<UUID> addenda, NoteKind kind,
        @JsonProperty("parts") List<String> visibleWith, String words, String author, Instant writtenAt,
        @JsonIgnore Set<Part> disclosedParts, @JsonIgnore long version) implements DisclosedView, Versioned {

    @Override
    @JsonIgnore
    public Set<Part> parts() {
        return disclosedParts;
    }
}
