package org.alongside.planning.hesitation.api;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;
import org.alongside.kit.http.Versioned;
import org.alongside.planning.hesitation.Adaptation;
import org.alongside.planning.hesitation.Cause;
import org.alongside.planning.hesitation.HesitationStatus;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A hesitation; to the home agency alone.
 *
 * @param raisedBy   token subject of who wrote it down
 * @param words      what was changed, in words
 * @param answeredBy token subject
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HesitationView(UUID hesitationId, UUID caseId, UUID goalId, UUID stepId, UUID clientId,
        HesitationStatus status, Cause cause, String clientWords, String raisedBy, Instant raisedAt, Adaptation change,
        String words, String answeredBy, Instant answeredAt, @JsonIgnore Set<Part> parts,
        @JsonIgnore long version) implements DisclosedView, Versioned {}
