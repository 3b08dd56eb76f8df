package org.alongside.planning.checkin;

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
import org.alongside.planning.checkin.api.CheckInView;
import org.alongside.planning.checkin.api.RecordCheckIn;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Asking clients after the end how things go. They are planned by the ending of the case. */
@Path("/v1")
public class CheckInResource {

    private final CheckInService checkIns;

    CheckInResource(CheckInService checkIns) {
        this.checkIns = checkIns;
    }

    @GET
    @Path("cases/{caseId}/check-ins")
    @Operation(summary = "List the check-ins of a case, the oldest first")
    @AccessPolicy(operation = "check-in.list", roles = {Role.CASE_WORKER, Role.SUPERVISOR,
            Role.INTAKE_WORKER}, parts = Part.PLAN)
    public Page<CheckInView> list(UUID caseId) {
        return new Page<>(checkIns.ofCase(caseId), null);
    }

    @GET
    @Path("check-ins/{checkInId}")
    @Operation(summary = "Read a check-in")
    @AccessPolicy(operation = "check-in.read", roles = {Role.CASE_WORKER, Role.SUPERVISOR,
            Role.INTAKE_WORKER}, parts = Part.PLAN)
    public RestResponse<CheckInView> read(UUID checkInId) {
        return Etag.ok(checkIns.read(checkInId));
    }

    @POST
    @Path("check-ins/{checkInId}/record")
    @Operation(summary = "Say what came of a check-in, and when to ask again")
    @AccessPolicy(operation = "check-in.record", action = Action.UPDATE, roles = {Role.CASE_WORKER,
            Role.INTAKE_WORKER}, parts = Part.PLAN)
    public RestResponse<CheckInView> record(UUID checkInId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid RecordCheckIn body) {
        return Etag.ok(checkIns.record(checkInId, ifMatch, body));
    }
}
