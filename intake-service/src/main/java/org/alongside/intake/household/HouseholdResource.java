package org.alongside.intake.household;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import org.alongside.intake.household.api.HouseholdContent;
import org.alongside.intake.household.api.HouseholdView;
import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Action;
import org.alongside.kit.access.Part;
import org.alongside.kit.access.Relation;
import org.alongside.kit.caller.Role;
import org.alongside.kit.http.Etag;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Who lives with a client. */
@Path("/v1/clients/{clientId}/household")
public class HouseholdResource {

    private final HouseholdService households;

    HouseholdResource(HouseholdService households) {
        this.households = households;
    }

    @GET
    @Operation(summary = "Read who lives with a client")
    @AccessPolicy(operation = "household.read", roles = {Role.INTAKE_WORKER, Role.CASE_WORKER,
            Role.REFERRAL_COORDINATOR, Role.RECEIVING_WORKER, Role.SUPERVISOR,
            Role.PARTNER_SYSTEM}, parts = Part.HOUSEHOLD, relations = {Relation.HOME_AGENCY, Relation.GRANT})
    public RestResponse<HouseholdView> read(@RestPath UUID clientId) {
        return Etag.ok(households.read(clientId));
    }

    /** The {@code ETag} of a household of which nothing has been recorded is {@code "-1"}. */
    @PUT
    @Operation(summary = "Record who lives with a client, in the place of what was recorded before")
    @AccessPolicy(operation = "household.change", action = Action.UPDATE, roles = {Role.INTAKE_WORKER,
            Role.CASE_WORKER, Role.PARTNER_SYSTEM}, parts = Part.HOUSEHOLD)
    public RestResponse<HouseholdView> change(@RestPath UUID clientId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid HouseholdContent body) {
        return Etag.ok(households.change(clientId, ifMatch, body));
    }
}
