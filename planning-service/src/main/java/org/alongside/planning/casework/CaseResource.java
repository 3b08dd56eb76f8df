package org.alongside.planning.casework;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;

import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Action;
import org.alongside.kit.access.Part;
import org.alongside.kit.access.Relation;
import org.alongside.kit.caller.Role;
import org.alongside.kit.http.Etag;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.planning.casework.api.CaseView;
import org.alongside.planning.casework.api.MovePhase;
import org.alongside.planning.casework.api.TeamMember;
import org.alongside.planning.casework.api.WeighCase;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Cases: the work with a client, opened with the intake. */
@Path("/v1")
public class CaseResource {

    private final CaseService cases;

    CaseResource(CaseService cases) {
        this.cases = cases;
    }

    @GET
    @Path("cases")
    @AccessPolicy(operation = "case.list", roles = {Role.CASE_WORKER, Role.SUPERVISOR,
            Role.INTAKE_WORKER}, parts = Part.PLAN)
    public Page<CaseView> list(@QueryParam("client") UUID client, @BeanParam PageRequest page) {
        return cases.list(client, page);
    }

    @GET
    @Path("cases/{caseId}")
    @AccessPolicy(operation = "case.read", roles = {Role.CASE_WORKER, Role.SUPERVISOR, Role.INTAKE_WORKER,
            Role.RECEIVING_WORKER}, parts = Part.PLAN, relations = {Relation.HOME_AGENCY, Relation.GRANT})
    public RestResponse<CaseView> read(UUID caseId) {
        return Etag.ok(cases.read(caseId));
    }

    @POST
    @Path("cases/{caseId}/move-phase")
    @AccessPolicy(operation = "case.move-phase", action = Action.UPDATE, roles = Role.CASE_WORKER, parts = Part.PLAN)
    public RestResponse<CaseView> movePhase(UUID caseId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid MovePhase body) {
        return Etag.ok(cases.moveTo(caseId, ifMatch, body.phase()));
    }

    @POST
    @Path("cases/{caseId}/add-to-team")
    @Operation(summary = "Have a worker help in a case; nothing changes when they do already")
    @AccessPolicy(operation = "case.add-to-team", action = Action.UPDATE, roles = {Role.CASE_WORKER,
            Role.SUPERVISOR}, parts = Part.PLAN)
    public RestResponse<CaseView> addToTeam(UUID caseId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid TeamMember body) {
        return Etag.ok(cases.addToTeam(caseId, ifMatch, body.worker()));
    }

    @POST
    @Path("cases/{caseId}/remove-from-team")
    @Operation(summary = "Take a worker out of the team of a case; nothing changes when they are not in it")
    @AccessPolicy(operation = "case.remove-from-team", action = Action.UPDATE, roles = {Role.CASE_WORKER,
            Role.SUPERVISOR}, parts = Part.PLAN)
    public RestResponse<CaseView> removeFromTeam(UUID caseId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid TeamMember body) {
        return Etag.ok(cases.removeFromTeam(caseId, ifMatch, body.worker()));
    }

    @POST
    @Path("cases/{caseId}/weigh")
    @Operation(summary = "Say how much of a caseload a case is")
    @AccessPolicy(operation = "case.weigh", action = Action.UPDATE, roles = {Role.CASE_WORKER,
            Role.SUPERVISOR}, parts = Part.PLAN)
    public RestResponse<CaseView> weigh(UUID caseId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid WeighCase body) {
        return Etag.ok(cases.weigh(caseId, ifMatch, body.weight()));
    }

    @POST
    @Path("cases/{caseId}/hold")
    @AccessPolicy(operation = "case.hold", action = Action.UPDATE, roles = Role.CASE_WORKER, parts = Part.PLAN)
    public RestResponse<CaseView> hold(UUID caseId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Etag.ok(cases.hold(caseId, ifMatch));
    }

    @POST
    @Path("cases/{caseId}/resume")
    @AccessPolicy(operation = "case.resume", action = Action.UPDATE, roles = Role.CASE_WORKER, parts = Part.PLAN)
    public RestResponse<CaseView> resume(UUID caseId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Etag.ok(cases.resume(caseId, ifMatch));
    }
}
