package org.alongside.planning.dependency.api;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;
import org.alongside.kit.http.Versioned;
import org.alongside.planning.dependency.DependencyStatus;
import org.alongside.planning.dependency.Outcome;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * That the work was extended again and again, and what a supervisor found.
 *
 * @param agreementId version of the agreement that extended it
 * @param extensions  how often the planned end had been moved out by then
 * @param heldBy      token subject of the supervisor
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DependencyReviewView(UUID dependencyReviewId, UUID caseId, UUID clientId, UUID agreementId,
        int extensions, DependencyStatus status, Instant raisedAt, Outcome outcome, String words, String heldBy,
        Instant heldAt, @JsonIgnore Set<Part> parts, @JsonIgnore long version) implements DisclosedView, Versioned {}
