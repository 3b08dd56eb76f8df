package org.alongside.planning.feedback.api;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;
import org.alongside.kit.http.Versioned;
import org.alongside.planning.feedback.Ratings;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What the client said of the relationship.
 *
 * @param recordedBy token subject
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FeedbackView(UUID feedbackId, UUID caseId, UUID clientId, Ratings ratings, String words,
        boolean workerMaySee, LocalDate givenOn, String recordedBy, @JsonIgnore Set<Part> parts,
        @JsonIgnore long version) implements DisclosedView, Versioned {}
