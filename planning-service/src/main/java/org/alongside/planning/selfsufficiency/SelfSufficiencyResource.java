package org.alongside.planning.selfsufficiency;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Action;
import org.alongside.kit.access.Part;
import org.alongside.kit.caller.Role;
import org.alongside.kit.http.Etag;
import org.alongside.kit.http.Idempotency;
import org.alongside.kit.paging.Page;
import org.alongside.planning.selfsufficiency.api.MeasureSelfSufficiency;
import org.alongside.planning.selfsufficiency.api.SelfSufficiencyView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** How far a client gets by alone, at the start, at reviews and at the end. Stays in the home agency. */
@Path("/v1")
public class SelfSufficiencyResource {

    private final SelfSufficiencyService measured;
    private final Idempotency idempotency;

    SelfSufficiencyResource(SelfSufficiencyService measured, Idempotency idempotency) {
        this.measured = measured;
        this.idempotency = idempotency;
    }

    @POST
    @Path("cases/{caseId}/self-sufficiency")
    @Operation(summary = "Keep how far the client gets by alone")
    @AccessPolicy(operation = "self-sufficiency.measure", action = Action.CREATE, roles = Role.CASE_WORKER, parts = Part.PLAN)
    public RestResponse<SelfSufficiencyView> measure(UUID caseId, @NotNull @Valid MeasureSelfSufficiency body) {
        return idempotency.created("/v1/self-sufficiency/", body, () -> measured.measure(caseId, body),
                measured::read);
    }

    @GET
    @Path("cases/{caseId}/self-sufficiency")
    @Operation(summary = "List how far the client got by alone, in the order of the days")
    @AccessPolicy(operation = "self-sufficiency.list", roles = {Role.CASE_WORKER,
            Role.SUPERVISOR}, parts = Part.PLAN)
    public Page<SelfSufficiencyView> list(UUID caseId) {
        return new Page<>(measured.ofCase(caseId), null);
    }

    @GET
    @Path("self-sufficiency/{selfSufficiencyId}")
    @Operation(summary = "Read how far the client got by alone on a day")
    @AccessPolicy(operation = "self-sufficiency.read", roles = {Role.CASE_WORKER,
            Role.SUPERVISOR}, parts = Part.PLAN)
    public RestResponse<SelfSufficiencyView> read(UUID selfSufficiencyId) {
        return Etag.ok(measured.read(selfSufficiencyId));
    }
}
