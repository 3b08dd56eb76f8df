package org.alongside.planning.option.api;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;
import org.alongside.kit.http.Versioned;
import org.alongside.planning.option.OptionStatus;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An option; to the home agency alone.
 *
 * @param offerId     the same for all that were offered together
 * @param offeredBy   token subject
 * @param clientWords what the client said to it, if anything
 * @param recordedBy  token subject of who wrote down the client's answer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OptionView(UUID optionId, UUID offerId, UUID goalId, UUID caseId, UUID clientId, OptionStatus status,
        String words, String offeredBy, Instant offeredAt, String clientWords, String recordedBy, Instant answeredAt,
        @JsonIgnore Set<Part> parts, @JsonIgnore long version) implements DisclosedView, Versioned {}
