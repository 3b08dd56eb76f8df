package org.alongside.planning.closure;

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
import org.alongside.kit.caller.Role;
import org.alongside.kit.http.Etag;
import org.alongside.kit.http.Idempotency;
import org.alongside.kit.paging.Page;
import org.alongside.planning.casework.api.CaseView;
import org.alongside.planning.closure.api.ClosureDraft;
import org.alongside.planning.closure.api.ClosureView;
import org.alongside.planning.closure.api.CompleteClosure;
import org.alongside.planning.closure.api.SendBack;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Endings of cases, and taking a case up again. Stays in the home agency. */
@Path("/v1")
public class ClosureResource {

    private final ClosureService closures;
    private final Idempotency idempotency;

    ClosureResource(ClosureService closures, Idempotency idempotency) {
        this.closures = closures;
        this.idempotency = idempotency;
    }

    @POST
    @Path("cases/{caseId}/closures")
    @Operation(summary = "Begin to write the ending of a case")
    @AccessPolicy(operation = "closure.draft", action = Action.CREATE, roles = Role.CASE_WORKER, parts = Part.PLAN)
    public RestResponse<ClosureView> draft(UUID caseId, @NotNull @Valid ClosureDraft body) {
        return idempotency.created("/v1/closures/", body, () -> closures.draft(caseId, body), closures::read);
    }

    @GET
    @Path("cases/{caseId}/closures")
    @Operation(summary = "List the endings of a case, the oldest first")
    @AccessPolicy(operation = "closure.list", roles = {Role.CASE_WORKER, Role.SUPERVISOR,
            Role.INTAKE_WORKER}, parts = Part.PLAN)
    public Page<ClosureView> list(UUID caseId) {
        return new Page<>(closures.ofCase(caseId), null);
    }

    /** Also after the end, to whoever the client turns to: it holds the contact of the open door. */
    @GET
    @Path("closures/{closureId}")
    @Operation(summary = "Read an ending")
    @AccessPolicy(operation = "closure.read", roles = {Role.CASE_WORKER, Role.SUPERVISOR,
            Role.INTAKE_WORKER}, parts = Part.PLAN)
    public RestResponse<ClosureView> read(UUID closureId) {
        return Etag.ok(closures.read(closureId));
    }

    @PUT
    @Path("closures/{closureId}")
    @Operation(summary = "Rewrite an ending that is not completed; what is absent is taken away")
    @AccessPolicy(operation = "closure.rewrite", action = Action.UPDATE, roles = Role.CASE_WORKER, parts = Part.PLAN)
    public RestResponse<ClosureView> rewrite(UUID closureId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ClosureDraft body) {
        return Etag.ok(closures.rewrite(closureId, ifMatch, body));
    }

    @POST
    @Path("closures/{closureId}/complete")
    @Operation(summary = "Close the case, or ask a supervisor to")
    @AccessPolicy(operation = "closure.complete", action = Action.UPDATE, roles = Role.CASE_WORKER, parts = Part.PLAN)
    public RestResponse<ClosureView> complete(UUID closureId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid CompleteClosure body) {
        return Etag.ok(closures.complete(closureId, ifMatch, body));
    }

    @POST
    @Path("closures/{closureId}/approve")
    @Operation(summary = "Approve an ending, which closes the case")
    @AccessPolicy(operation = "closure.approve", action = Action.UPDATE, roles = Role.SUPERVISOR, parts = Part.PLAN)
    public RestResponse<ClosureView> approve(UUID closureId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Etag.ok(closures.approve(closureId, ifMatch));
    }

    @POST
    @Path("closures/{closureId}/send-back")
    @Operation(summary = "Send an ending back to the worker")
    @AccessPolicy(operation = "closure.send-back", action = Action.UPDATE, roles = Role.SUPERVISOR, parts = Part.PLAN)
    public RestResponse<ClosureView> sendBack(UUID closureId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid SendBack body) {
        return Etag.ok(closures.sendBack(closureId, ifMatch, body.reason()));
    }

    @POST
    @Path("closures/{closureId}/withdraw")
    @Operation(summary = "Withdraw an ending: the work goes on")
    @AccessPolicy(operation = "closure.withdraw", action = Action.UPDATE, roles = Role.CASE_WORKER, parts = Part.PLAN)
    public RestResponse<ClosureView> withdraw(UUID closureId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Etag.ok(closures.withdraw(closureId, ifMatch));
    }

    @POST
    @Path("cases/{caseId}/reopen")
    @Operation(summary = "Take a closed case up again, without a new intake")
    @AccessPolicy(operation = "case.reopen", action = Action.UPDATE, roles = {Role.CASE_WORKER, Role.SUPERVISOR,
            Role.INTAKE_WORKER}, parts = Part.PLAN)
    public RestResponse<CaseView> reopen(UUID caseId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Etag.ok(closures.reopen(caseId, ifMatch));
    }
}
