package org.alongside.intake.restriction;

import java.net.URI;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import org.alongside.intake.restriction.api.NameWorkers;
import org.alongside.intake.restriction.api.RestrictClient;
import org.alongside.intake.restriction.api.RestrictionView;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Restricted records: clients whom only named workers see. */
@Path("/v1")
public class RestrictionResource {

    private final RestrictionService restrictions;
    private final Idempotency idempotency;

    RestrictionResource(RestrictionService restrictions, Idempotency idempotency) {
        this.restrictions = restrictions;
        this.idempotency = idempotency;
    }

    @POST
    @Path("clients/{clientId}/restriction")
    @Operation(summary = "Hide a client's record from all workers who are not named")
    @AccessPolicy(operation = "restriction.begin", action = Action.CREATE, roles = {Role.INTAKE_WORKER,
            Role.CASE_WORKER, Role.SUPERVISOR, Role.PRIVACY_OFFICER}, parts = Part.CONSENT)
    public RestResponse<RestrictionView> restrict(@RestPath UUID clientId, @NotNull @Valid RestrictClient body) {
        RestrictionView view = idempotency.once("restriction.begin", body, () -> restrictions.restrict(clientId, body),
                made -> restrictions.read(clientId)).view();
        return Etag.created(URI.create("/v1/clients/" + clientId + "/restriction"), view);
    }

    @GET
    @Path("clients/{clientId}/restriction")
    @Operation(summary = "Read who may see a restricted client")
    @AccessPolicy(operation = "restriction.read", roles = {Role.INTAKE_WORKER, Role.CASE_WORKER, Role.SUPERVISOR,
            Role.PRIVACY_OFFICER}, parts = Part.CONSENT)
    public RestResponse<RestrictionView> read(@RestPath UUID clientId) {
        return Etag.ok(restrictions.read(clientId));
    }

    /** Supervisors and privacy officers who are not named may name others, not themselves. */
    @PUT
    @Path("clients/{clientId}/restriction/workers")
    @Operation(summary = "Name who may see a restricted client, in the place of those named before")
    @AccessPolicy(operation = "restriction.name", action = Action.UPDATE, roles = {Role.INTAKE_WORKER,
            Role.CASE_WORKER, Role.SUPERVISOR, Role.PRIVACY_OFFICER}, parts = Part.CONSENT)
    public RestResponse<RestrictionView> name(@RestPath UUID clientId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid NameWorkers body) {
        return Etag.ok(restrictions.name(clientId, ifMatch, body.workers()));
    }

    /** By a supervisor or privacy officer who is named. What it closed opens again. */
    @DELETE
    @Path("clients/{clientId}/restriction")
    @Operation(summary = "Open a restricted client to the home agency again")
    @AccessPolicy(operation = "restriction.lift", action = Action.UPDATE, roles = {Role.SUPERVISOR,
            Role.PRIVACY_OFFICER}, parts = Part.CONSENT)
    public void lift(@RestPath UUID clientId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        restrictions.lift(clientId, ifMatch);
    }

    /** That there are restricted clients, and who may see them; nothing else of these. */
    @GET
    @Path("restrictions")
    @Operation(summary = "List the restricted clients of the agency")
    @AccessPolicy(operation = "restriction.list", roles = {Role.SUPERVISOR,
            Role.PRIVACY_OFFICER}, parts = Part.CONSENT, purpose = PurposeOfUse.HOPERAT)
    public Page<RestrictionView> list(@BeanParam PageRequest page) {
        return restrictions.ofAgency(page);
    }
}
