package org.alongside.audit.conflict;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import org.alongside.audit.conflict.api.ConflictView;
import org.alongside.audit.conflict.api.DeclareConflict;
import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Action;
import org.alongside.kit.access.Part;
import org.alongside.kit.caller.PurposeOfUse;
import org.alongside.kit.caller.Role;
import org.alongside.kit.http.Etag;
import org.alongside.kit.http.Idempotency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Declarations of conflicts of interest, by workers for themselves or by their privacy officer. */
@Path("/v1/conflict-declarations")
public class ConflictResource {

    private final ConflictService conflicts;
    private final Idempotency idempotency;

    ConflictResource(ConflictService conflicts, Idempotency idempotency) {
        this.conflicts = conflicts;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(summary = "Declare a conflict of interest for a client")
    @AccessPolicy(operation = "conflict.declare", action = Action.CREATE, roles = {Role.INTAKE_WORKER, Role.CASE_WORKER,
            Role.REFERRAL_COORDINATOR, Role.RECEIVING_WORKER, Role.SUPERVISOR,
            Role.PRIVACY_OFFICER}, parts = Part.ACCESS_LOG, purpose = PurposeOfUse.HCOMPL)
    public RestResponse<ConflictView> declare(@NotNull @Valid DeclareConflict body) {
        return idempotency.created("/v1/conflict-declarations/", body, () -> conflicts.declare(body), conflicts::read);
    }

    @GET
    @Path("{declarationId}")
    @Operation(summary = "Read a declaration")
    @AccessPolicy(operation = "conflict.read", roles = {Role.INTAKE_WORKER, Role.CASE_WORKER, Role.REFERRAL_COORDINATOR,
            Role.RECEIVING_WORKER, Role.SUPERVISOR,
            Role.PRIVACY_OFFICER}, parts = Part.ACCESS_LOG, purpose = PurposeOfUse.HCOMPL)
    public RestResponse<ConflictView> read(UUID declarationId) {
        return Etag.ok(conflicts.read(declarationId));
    }

    @POST
    @Path("{declarationId}/withdraw")
    @Operation(summary = "Withdraw a declaration")
    @AccessPolicy(operation = "conflict.withdraw", action = Action.UPDATE, roles = Role.PRIVACY_OFFICER, parts = Part.ACCESS_LOG, purpose = PurposeOfUse.HCOMPL)
    public RestResponse<ConflictView> withdraw(UUID declarationId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Etag.ok(conflicts.withdraw(declarationId, ifMatch));
    }
}
