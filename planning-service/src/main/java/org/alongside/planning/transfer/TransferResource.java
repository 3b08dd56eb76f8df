package org.alongside.planning.transfer;

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
import org.alongside.kit.paging.Page;
import org.alongside.planning.transfer.api.TransferCase;
import org.alongside.planning.transfer.api.TransferView;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Transfers of cases between workers of the home agency. */
@Path("/v1")
public class TransferResource {

    private final TransferService transfers;

    TransferResource(TransferService transfers) {
        this.transfers = transfers;
    }

    /** The {@code If-Match} is that of the case. */
    @POST
    @Path("cases/{caseId}/transfer")
    @Operation(summary = "Give a case to another worker, with a handover note")
    @AccessPolicy(operation = "case.transfer", action = Action.UPDATE, roles = {Role.CASE_WORKER,
            Role.SUPERVISOR}, parts = {Part.PLAN, Part.NOTES})
    public TransferView transfer(UUID caseId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid TransferCase body) {
        return transfers.transfer(caseId, ifMatch, body);
    }

    @GET
    @Path("cases/{caseId}/transfers")
    @Operation(summary = "List who kept a case before, the oldest transfer first")
    @AccessPolicy(operation = "transfer.list", roles = {Role.CASE_WORKER, Role.SUPERVISOR}, parts = Part.PLAN)
    public Page<TransferView> list(UUID caseId) {
        return new Page<>(transfers.ofCase(caseId), null);
    }
}
