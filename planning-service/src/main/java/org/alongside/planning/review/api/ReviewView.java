package org.alongside.planning.review.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;
import org.alongside.kit.http.Versioned;
import org.alongside.planning.review.Decision;
import org.alongside.planning.review.ReviewStatus;
import org.alongside.planning.review.Unmeasured;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A review of a case. What was measured stands with the goals.
 *
 * @param agreementId version of the agreement that it stands in; absent for one that was planned besides
 * @param heldBy      token subject
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReviewView(UUID reviewId, UUID caseId, UUID clientId, UUID agreementId, LocalDate dueOn,
        ReviewStatus status, LocalDate heldOn, String whatChanged, List<Unmeasured> notMeasured, Decision decision,
        String heldBy, @JsonIgnore Set<Part> parts, @JsonIgnore long version) implements DisclosedView, Versioned {}
