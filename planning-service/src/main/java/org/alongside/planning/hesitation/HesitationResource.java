package org.alongside.planning.hesitation;

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
import org.alongside.planning.hesitation.api.AnswerHesitation;
import org.alongside.planning.hesitation.api.HesitationView;
import org.alongside.planning.hesitation.api.RaiseHesitation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Where the client hesitates. Stays in the home agency: no consent opens it to another one. */
@Path("/v1")
public class HesitationResource {

    private final HesitationService hesitations;
    private final Idempotency idempotency;

    HesitationResource(HesitationService hesitations, Idempotency idempotency) {
        this.hesitations = hesitations;
        this.idempotency = idempotency;
    }

    @POST
    @Path("goals/{goalId}/hesitations")
    @Operation(summary = "Write down that the client hesitates at a goal or one of its steps")
    @AccessPolicy(operation = "hesitation.raise", action = Action.CREATE, roles = Role.CASE_WORKER, parts = Part.PLAN)
    public RestResponse<HesitationView> raise(UUID goalId, @NotNull @Valid RaiseHesitation body) {
        return idempotency.created("/v1/hesitations/", body, () -> hesitations.raise(goalId, body), hesitations::read);
    }

    @GET
    @Path("cases/{caseId}/hesitations")
    @Operation(summary = "List where the client hesitated, and what was changed")
    @AccessPolicy(operation = "hesitation.list", roles = {Role.CASE_WORKER, Role.SUPERVISOR}, parts = Part.PLAN)
    public Page<HesitationView> list(UUID caseId) {
        return new Page<>(hesitations.ofCase(caseId), null);
    }

    @GET
    @Path("hesitations/{hesitationId}")
    @Operation(summary = "Read a hesitation")
    @AccessPolicy(operation = "hesitation.read", roles = {Role.CASE_WORKER, Role.SUPERVISOR}, parts = Part.PLAN)
    public RestResponse<HesitationView> read(UUID hesitationId) {
        return Etag.ok(hesitations.read(hesitationId));
    }

    @POST
    @Path("hesitations/{hesitationId}/answer")
    @Operation(summary = "Say what was changed because the client hesitated")
    @AccessPolicy(operation = "hesitation.answer", action = Action.UPDATE, roles = Role.CASE_WORKER, parts = Part.PLAN)
    public RestResponse<HesitationView> answer(UUID hesitationId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid AnswerHesitation body) {
        return Etag.ok(hesitations.answer(hesitationId, ifMatch, body));
    }
}
