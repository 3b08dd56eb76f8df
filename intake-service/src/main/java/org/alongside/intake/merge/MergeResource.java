package org.alongside.intake.merge;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import org.alongside.intake.merge.api.MergeClients;
import org.alongside.intake.merge.api.MergeView;
import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Action;
import org.alongside.kit.access.Part;
import org.alongside.kit.caller.PurposeOfUse;
import org.alongside.kit.caller.Role;
import org.alongside.kit.http.Etag;
import org.alongside.kit.http.Idempotency;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Merges of records that are of one person, and their undoing. */
@Path("/v1")
public class MergeResource {

    private final MergeService merges;
    private final Idempotency idempotency;

    MergeResource(MergeService merges, Idempotency idempotency) {
        this.merges = merges;
        this.idempotency = idempotency;
    }

    @POST
    @Path("clients/{clientId}/merges")
    @Operation(summary = "Let another record of the same person go on in this one")
    @AccessPolicy(operation = "client.merge", action = Action.CREATE, roles = {Role.SUPERVISOR,
            Role.PRIVACY_OFFICER}, parts = Part.IDENTITY, purpose = PurposeOfUse.HOPERAT)
    public RestResponse<MergeView> merge(UUID clientId, @NotNull @Valid MergeClients body) {
        return idempotency.created("/v1/client-merges/", body, () -> merges.merge(clientId, body.mergedClientId()),
                merges::read);
    }

    @GET
    @Path("clients/{clientId}/merges")
    @Operation(summary = "List the merges of a client's record, undone ones included")
    @AccessPolicy(operation = "client-merge.list", roles = {Role.INTAKE_WORKER, Role.CASE_WORKER, Role.SUPERVISOR,
            Role.PRIVACY_OFFICER}, parts = Part.IDENTITY)
    public Page<MergeView> list(UUID clientId, @BeanParam PageRequest page) {
        return merges.ofClient(clientId, page);
    }

    @GET
    @Path("client-merges/{mergeId}")
    @Operation(summary = "Read a merge")
    @AccessPolicy(operation = "client-merge.read", roles = {Role.INTAKE_WORKER, Role.CASE_WORKER, Role.SUPERVISOR,
            Role.PRIVACY_OFFICER}, parts = Part.IDENTITY)
    public RestResponse<MergeView> read(UUID mergeId) {
        return Etag.ok(merges.read(mergeId));
    }

    @POST
    @Path("client-merges/{mergeId}/undo")
    @Operation(summary = "Undo a merge: each record is by itself again")
    @AccessPolicy(operation = "client-merge.undo", action = Action.UPDATE, roles = {Role.SUPERVISOR,
            Role.PRIVACY_OFFICER}, parts = Part.IDENTITY, purpose = PurposeOfUse.HOPERAT)
    public RestResponse<MergeView> undo(UUID mergeId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Etag.ok(merges.undo(mergeId, ifMatch));
    }
}
