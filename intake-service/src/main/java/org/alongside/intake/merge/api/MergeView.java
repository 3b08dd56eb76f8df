package org.alongside.intake.merge.api;

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
 * That two records were taken for those of one person.
 *
 * @param survivorId the record that goes on, or went on, for both
 * @param clientId   the record that is, or was, merged into it
 * @param mergedBy   token subject
 * @param undoneBy   token subject; absent while the merge stands
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MergeView(UUID mergeId, UUID survivorId, @JsonProperty("mergedClientId") UUID clientId,
        UUID homeAgency, String mergedBy, Instant mergedAt, String undoneBy, Instant undoneAt,
        @JsonIgnore Set<Part> parts, @JsonIgnore long version) implements DisclosedView, Versioned {}
