package org.alongside.planning.review;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Action;
import org.alongside.kit.access.Part;
import org.alongside.kit.caller.Role;
import org.alongside.kit.http.Etag;
import org.alongside.kit.http.Idempotency;
import org.alongside.kit.paging.Page;
import org.alongside.planning.review.api.HoldReview;
import org.alongside.planning.review.api.PlanReview;
import org.alongside.planning.review.api.ReviewView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Days on which client and worker look back. Those of an agreement are planned when it comes into force. */
@Path("/v1")
public class ReviewResource {

    private final ReviewService reviews;
    private final Idempotency idempotency;

    ReviewResource(ReviewService reviews, Idempotency idempotency) {
        this.reviews = reviews;
        this.idempotency = idempotency;
    }

    @POST
    @Path("cases/{caseId}/reviews")
    @Operation(summary = "Plan a review besides those of the agreement")
    @AccessPolicy(operation = "review.plan", action = Action.CREATE, roles = Role.CASE_WORKER, parts = Part.PLAN)
    public RestResponse<ReviewView> plan(UUID caseId, @NotNull @Valid PlanReview body) {
        return idempotency.created("/v1/reviews/", body, () -> reviews.plan(caseId, body.dueOn()), reviews::read);
    }

    @GET
    @Path("cases/{caseId}/reviews")
    @Operation(summary = "List the reviews of a case in the order of their days")
    @AccessPolicy(operation = "review.list", roles = {Role.CASE_WORKER, Role.SUPERVISOR}, parts = Part.PLAN)
    public Page<ReviewView> list(UUID caseId) {
        return new Page<>(reviews.ofCase(caseId), null);
    }

    @GET
    @Path("reviews/{reviewId}")
    @Operation(summary = "Read a review")
    @AccessPolicy(operation = "review.read", roles = {Role.CASE_WORKER, Role.SUPERVISOR}, parts = Part.PLAN)
    public RestResponse<ReviewView> read(UUID reviewId) {
        return Etag.ok(reviews.read(reviewId));
    }

    @POST
    @Path("reviews/{reviewId}/hold")
    @Operation(summary = "Say what came of a review, and measure the active goals again")
    @AccessPolicy(operation = "review.hold", action = Action.UPDATE, roles = Role.CASE_WORKER, parts = Part.PLAN)
    public RestResponse<ReviewView> hold(UUID reviewId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid HoldReview body) {
        return Etag.ok(reviews.hold(reviewId, ifMatch, body));
    }
}
