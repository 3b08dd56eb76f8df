package org.alongside.audit.legalhold;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import org.alongside.audit.legalhold.api.HoldView;
import org.alongside.audit.legalhold.api.PlaceHold;
import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Action;
import org.alongside.kit.access.Part;
import org.alongside.kit.access.Relation;
import org.alongside.kit.caller.PurposeOfUse;
import org.alongside.kit.caller.Role;
import org.alongside.kit.http.Etag;
import org.alongside.kit.http.Idempotency;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Legal holds: privacy officers and auditors place and release those of their own agency; an auditor sees all. */
@Path("/v1/legal-holds")
public class HoldResource {

    private final HoldService holds;
    private final Idempotency idempotency;

    HoldResource(HoldService holds, Idempotency idempotency) {
        this.holds = holds;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(summary = "Keep accesses in the log beyond their time")
    @AccessPolicy(operation = "legal-hold.place", action = Action.CREATE, roles = {Role.AUDITOR,
            Role.PRIVACY_OFFICER}, parts = Part.ACCESS_LOG, relations = {Relation.HOME_AGENCY,
                    Relation.OVERSIGHT}, purpose = PurposeOfUse.HCOMPL)
    public RestResponse<HoldView> place(@NotNull @Valid PlaceHold body) {
        return idempotency.created("/v1/legal-holds/", body, () -> holds.place(body), holds::read);
    }

    @GET
    @Operation(summary = "List the legal holds")
    @AccessPolicy(operation = "legal-hold.list", roles = {Role.AUDITOR,
            Role.PRIVACY_OFFICER}, parts = Part.ACCESS_LOG, relations = {Relation.HOME_AGENCY,
                    Relation.OVERSIGHT}, purpose = PurposeOfUse.HCOMPL)
    public Page<HoldView> list(@BeanParam PageRequest page) {
        return holds.list(page);
    }

    @GET
    @Path("{holdId}")
    @Operation(summary = "Read a legal hold")
    @AccessPolicy(operation = "legal-hold.read", roles = {Role.AUDITOR,
            Role.PRIVACY_OFFICER}, parts = Part.ACCESS_LOG, relations = {Relation.HOME_AGENCY,
                    Relation.OVERSIGHT}, purpose = PurposeOfUse.HCOMPL)
    public RestResponse<HoldView> read(UUID holdId) {
        return Etag.ok(holds.read(holdId));
    }

    @POST
    @Path("{holdId}/release")
    @Operation(summary = "Release a legal hold")
    @AccessPolicy(operation = "legal-hold.release", action = Action.UPDATE, roles = {Role.AUDITOR,
            Role.PRIVACY_OFFICER}, parts = Part.ACCESS_LOG, relations = {Relation.HOME_AGENCY,
                    Relation.OVERSIGHT}, purpose = PurposeOfUse.HCOMPL)
    public RestResponse<HoldView> release(UUID holdId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Etag.ok(holds.release(holdId, ifMatch));
    }
}
