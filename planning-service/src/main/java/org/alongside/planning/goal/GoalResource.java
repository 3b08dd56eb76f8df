package org.alongside.planning.goal;

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
import org.alongside.kit.access.Relation;
import org.alongside.kit.caller.Role;
import org.alongside.kit.http.Etag;
import org.alongside.kit.http.Idempotency;
import org.alongside.planning.goal.api.AssentToGoal;
import org.alongside.planning.goal.api.DropGoal;
import org.alongside.planning.goal.api.GoalView;
import org.alongside.planning.goal.api.ProposeGoal;
import org.jboss.resteasy.reactive.RestResponse;

/** Goals of a case, each for a need. */
@Path("/v1")
public class GoalResource {

    private final GoalService goals;
    private final Idempotency idempotency;

    GoalResource(GoalService goals, Idempotency idempotency) {
        this.goals = goals;
        this.idempotency = idempotency;
    }

    @POST
    @Path("cases/{caseId}/goals")
    @AccessPolicy(operation = "goal.propose", action = Action.CREATE, roles = Role.CASE_WORKER, parts = Part.PLAN)
    public RestResponse<GoalView> propose(UUID caseId, @NotNull @Valid ProposeGoal body) {
        return idempotency.created("/v1/goals/", body, () -> goals.propose(caseId, body), goals::read);
    }

    @GET
    @Path("goals/{goalId}")
    @AccessPolicy(operation = "goal.read", roles = {Role.CASE_WORKER, Role.SUPERVISOR,
            Role.INTAKE_WORKER}, parts = Part.PLAN, relations = {Relation.HOME_AGENCY, Relation.GRANT})
    public RestResponse<GoalView> read(UUID goalId) {
        return Etag.ok(goals.read(goalId));
    }

    /** Records the client's assent: without it no goal becomes active. */
    @POST
    @Path("goals/{goalId}/agree")
    @AccessPolicy(operation = "goal.agree", action = Action.UPDATE, roles = Role.CASE_WORKER, parts = Part.PLAN)
    public RestResponse<GoalView> agree(UUID goalId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid AssentToGoal body) {
        return Etag.ok(goals.agree(goalId, ifMatch, body.manner()));
    }

    @POST
    @Path("goals/{goalId}/activate")
    @AccessPolicy(operation = "goal.activate", action = Action.UPDATE, roles = Role.CASE_WORKER, parts = Part.PLAN)
    public RestResponse<GoalView> activate(UUID goalId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Etag.ok(goals.activate(goalId, ifMatch));
    }

    @POST
    @Path("goals/{goalId}/achieve")
    @AccessPolicy(operation = "goal.achieve", action = Action.UPDATE, roles = Role.CASE_WORKER, parts = Part.PLAN)
    public RestResponse<GoalView> achieve(UUID goalId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Etag.ok(goals.achieve(goalId, ifMatch));
    }

    @POST
    @Path("goals/{goalId}/partly-achieve")
    @AccessPolicy(operation = "goal.partly-achieve", action = Action.UPDATE, roles = Role.CASE_WORKER, parts = Part.PLAN)
    public RestResponse<GoalView> achievePartly(UUID goalId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Etag.ok(goals.achievePartly(goalId, ifMatch));
    }

    @POST
    @Path("goals/{goalId}/not-achieve")
    @AccessPolicy(operation = "goal.not-achieve", action = Action.UPDATE, roles = Role.CASE_WORKER, parts = Part.PLAN)
    public RestResponse<GoalView> miss(UUID goalId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Etag.ok(goals.miss(goalId, ifMatch));
    }

    @POST
    @Path("goals/{goalId}/drop")
    @AccessPolicy(operation = "goal.drop", action = Action.UPDATE, roles = Role.CASE_WORKER, parts = Part.PLAN)
    public RestResponse<GoalView> drop(UUID goalId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid DropGoal body) {
        return Etag.ok(goals.drop(goalId, ifMatch, body));
    }
}
