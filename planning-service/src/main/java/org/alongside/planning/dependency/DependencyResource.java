package org.alongside.planning.dependency;

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
import org.alongside.kit.paging.Page;
import org.alongside.planning.dependency.api.DependencyReviewView;
import org.alongside.planning.dependency.api.HoldDependencyReview;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Reviews of work that is extended again and again. The third extension of an agreement raises one. */
@Path("/v1")
public class DependencyResource {

    private final DependencyService reviews;

    DependencyResource(DependencyService reviews) {
        this.reviews = reviews;
    }

    @GET
    @Path("cases/{caseId}/dependency-reviews")
    @Operation(summary = "List the dependency reviews of a case, the oldest first")
    @AccessPolicy(operation = "dependency-review.list", roles = {Role.CASE_WORKER,
            Role.SUPERVISOR}, parts = Part.PLAN)
    public Page<DependencyReviewView> list(UUID caseId) {
        return new Page<>(reviews.ofCase(caseId), null);
    }

    @GET
    @Path("dependency-reviews/{dependencyReviewId}")
    @Operation(summary = "Read a dependency review")
    @AccessPolicy(operation = "dependency-review.read", roles = {Role.CASE_WORKER,
            Role.SUPERVISOR}, parts = Part.PLAN)
    public RestResponse<DependencyReviewView> read(UUID dependencyReviewId) {
        return Etag.ok(reviews.read(dependencyReviewId));
    }

    @POST
    @Path("dependency-reviews/{dependencyReviewId}/hold")
    @Operation(summary = "Say what a dependency review found")
    @AccessPolicy(operation = "dependency-review.hold", action = Action.UPDATE, roles = Role.SUPERVISOR, parts = Part.PLAN)
    public RestResponse<DependencyReviewView> hold(UUID dependencyReviewId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid HoldDependencyReview body) {
        return Etag.ok(reviews.hold(dependencyReviewId, ifMatch, body));
    }
}
