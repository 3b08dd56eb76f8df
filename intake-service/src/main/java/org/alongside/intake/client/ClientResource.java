package org.alongside.intake.client;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import org.alongside.intake.client.api.ClientDetails;
import org.alongside.intake.client.api.ClientSummary;
import org.alongside.intake.client.api.ClientView;
import org.alongside.intake.client.api.RegisterClient;
import org.alongside.intake.client.api.SearchClients;
import org.alongside.intake.history.api.VersionView;
import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Action;
import org.alongside.kit.access.Part;
import org.alongside.kit.access.Relation;
import org.alongside.kit.caller.PurposeOfUse;
import org.alongside.kit.caller.Role;
import org.alongside.kit.http.Etag;
import org.alongside.kit.http.Idempotency;
import org.alongside.kit.http.MergePatch;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/** Clients: who they are and how to reach them without harm. */
@Path("/v1")
public class ClientResource {

    private final ClientService clients;
    private final Idempotency idempotency;

    ClientResource(ClientService clients, Idempotency idempotency) {
        this.clients = clients;
        this.idempotency = idempotency;
    }

    @POST
    @Path("clients")
    @AccessPolicy(operation = "client.register", action = Action.CREATE, roles = {Role.INTAKE_WORKER,
            Role.PARTNER_SYSTEM}, parts = {Part.IDENTITY, Part.CONTACT})
    public RestResponse<ClientView> register(@NotNull @Valid RegisterClient body) {
        return idempotency.created("/v1/clients/", body, () -> clients.register(body), clients::read);
    }

    @GET
    @Path("clients/{clientId}")
    @AccessPolicy(operation = "client.read", roles = {Role.INTAKE_WORKER, Role.CASE_WORKER, Role.REFERRAL_COORDINATOR,
            Role.RECEIVING_WORKER, Role.SUPERVISOR, Role.PARTNER_SYSTEM}, parts = {Part.IDENTITY,
                    Part.CONTACT}, relations = {Relation.HOME_AGENCY, Relation.GRANT})
    public RestResponse<ClientView> read(UUID clientId) {
        return Etag.ok(clients.read(clientId));
    }

    @PATCH
    @Path("clients/{clientId}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @AccessPolicy(operation = "client.change", action = Action.UPDATE, roles = {Role.INTAKE_WORKER, Role.CASE_WORKER,
            Role.PARTNER_SYSTEM}, parts = {Part.IDENTITY, Part.CONTACT})
    public RestResponse<ClientView> change(UUID clientId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @RequestBody(content = @Content(schema = @Schema(implementation = ClientDetails.class))) JsonNode patch)
            throws JsonProcessingException {
        return Etag.ok(clients.change(clientId, ifMatch, patch));
    }

    @GET
    @Path("clients/{clientId}/versions")
    @AccessPolicy(operation = "client.history", roles = {Role.SUPERVISOR, Role.PRIVACY_OFFICER}, parts = {
            Part.IDENTITY, Part.CONTACT}, purpose = PurposeOfUse.HOPERAT)
    public Page<VersionView> versions(UUID clientId, @BeanParam PageRequest page) {
        return clients.versions(clientId, page);
    }

    /** POST, because what is searched for is personal data and must stand in no URL. */
    @POST
    @Path("clients/search")
    @AccessPolicy(operation = "client.search", roles = {Role.INTAKE_WORKER, Role.CASE_WORKER, Role.SUPERVISOR,
            Role.RECEIVING_WORKER}, parts = Part.IDENTITY, relations = {Relation.HOME_AGENCY, Relation.GRANT})
    @Operation(summary = "Search; a page can be short or empty and not the last, go on while there is a next one")
    public Page<ClientSummary> search(@BeanParam PageRequest page, @NotNull @Valid SearchClients body) {
        return clients.search(body, page);
    }
}
