package org.alongside.planning.step;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Action;
import org.alongside.kit.access.Part;
import org.alongside.kit.access.Relation;
import org.alongside.kit.caller.Role;
import org.alongside.kit.http.Etag;
import org.alongside.kit.http.Idempotency;
import org.alongside.planning.step.api.AddStep;
import org.alongside.planning.step.api.DependOn;
import org.alongside.planning.step.api.FollowReferral;
import org.alongside.planning.step.api.Reason;
import org.alongside.planning.step.api.StepView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Steps of a goal: who does what until when. */
@Path("/v1")
public class StepResource {

    private final StepService steps;
    private final Idempotency idempotency;

    StepResource(StepService steps, Idempotency idempotency) {
        this.steps = steps;
        this.idempotency = idempotency;
    }

    @POST
    @Path("goals/{goalId}/steps")
    @AccessPolicy(operation = "step.add", action = Action.CREATE, roles = Role.CASE_WORKER, parts = {Part.PLAN,
            Part.REFERRAL})
    public RestResponse<StepView> add(UUID goalId, @NotNull @Valid AddStep body) {
        return idempotency.created("/v1/steps/", body, () -> steps.add(goalId, body), steps::read);
    }

    @GET
    @Path("steps/{stepId}")
    @AccessPolicy(operation = "step.read", roles = {Role.CASE_WORKER, Role.SUPERVISOR,
            Role.INTAKE_WORKER}, parts = {Part.PLAN, Part.REFERRAL}, relations = {Relation.HOME_AGENCY, Relation.GRANT})
    public RestResponse<StepView> read(UUID stepId) {
        return Etag.ok(steps.read(stepId));
    }

    @POST
    @Path("steps/{stepId}/start")
    @AccessPolicy(operation = "step.start", action = Action.UPDATE, roles = Role.CASE_WORKER, parts = {Part.PLAN,
            Part.REFERRAL})
    public RestResponse<StepView> start(UUID stepId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Etag.ok(steps.start(stepId, ifMatch));
    }

    @POST
    @Path("steps/{stepId}/complete")
    @AccessPolicy(operation = "step.complete", action = Action.UPDATE, roles = Role.CASE_WORKER, parts = {Part.PLAN,
            Part.REFERRAL})
    public RestResponse<StepView> complete(UUID stepId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Etag.ok(steps.complete(stepId, ifMatch));
    }

    @POST
    @Path("steps/{stepId}/block")
    @AccessPolicy(operation = "step.block", action = Action.UPDATE, roles = Role.CASE_WORKER, parts = {Part.PLAN,
            Part.REFERRAL})
    public RestResponse<StepView> block(UUID stepId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid Reason body) {
        return Etag.ok(steps.block(stepId, ifMatch, body));
    }

    @POST
    @Path("steps/{stepId}/skip")
    @AccessPolicy(operation = "step.skip", action = Action.UPDATE, roles = Role.CASE_WORKER, parts = {Part.PLAN,
            Part.REFERRAL})
    public RestResponse<StepView> skip(UUID stepId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid Reason body) {
        return Etag.ok(steps.skip(stepId, ifMatch, body));
    }

    @PUT
    @Path("steps/{stepId}/dependencies")
    @Operation(summary = "Say which steps of the case a step waits for, while it is not begun; what is absent is taken away")
    @AccessPolicy(operation = "step.depend", action = Action.UPDATE, roles = Role.CASE_WORKER, parts = {Part.PLAN,
            Part.REFERRAL})
    public RestResponse<StepView> depend(UUID stepId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid DependOn body) {
        return Etag.ok(steps.depend(stepId, ifMatch, body.dependsOn()));
    }

    /** Lets the step follow a referral from now on; what is known of the referral takes effect at once. */
    @POST
    @Path("steps/{stepId}/follow")
    @AccessPolicy(operation = "step.follow", action = Action.UPDATE, roles = Role.CASE_WORKER, parts = {Part.PLAN,
            Part.REFERRAL})
    public RestResponse<StepView> follow(UUID stepId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid FollowReferral body) {
        return Etag.ok(steps.follow(stepId, ifMatch, body.referralId()));
    }
}
