package org.alongside.intake.consent;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import org.alongside.intake.consent.api.ConsentView;
import org.alongside.intake.consent.api.GiveConsent;
import org.alongside.intake.consent.api.ProposeConsent;
import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Action;
import org.alongside.kit.access.Part;
import org.alongside.kit.caller.Role;
import org.alongside.kit.http.Etag;
import org.alongside.kit.http.Idempotency;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.jboss.resteasy.reactive.RestResponse;

/** Consents of a client, kept by the home agency. */
@Path("/v1")
public class ConsentResource {

    private final ConsentService consents;
    private final Idempotency idempotency;

    ConsentResource(ConsentService consents, Idempotency idempotency) {
        this.consents = consents;
        this.idempotency = idempotency;
    }

    @POST
    @Path("clients/{clientId}/consents")
    @AccessPolicy(operation = "consent.propose", action = Action.CREATE, roles = {Role.INTAKE_WORKER,
            Role.CASE_WORKER}, parts = Part.CONSENT)
    public RestResponse<ConsentView> propose(UUID clientId, @NotNull @Valid ProposeConsent body) {
        return idempotency.created("/v1/consents/", body,
                () -> consents.propose(clientId, body), consents::read);
    }

    @GET
    @Path("clients/{clientId}/consents")
    @AccessPolicy(operation = "consent.list", roles = {Role.INTAKE_WORKER, Role.CASE_WORKER, Role.REFERRAL_COORDINATOR,
            Role.SUPERVISOR, Role.PRIVACY_OFFICER}, parts = Part.CONSENT)
    public Page<ConsentView> list(UUID clientId, @BeanParam PageRequest page) {
        return consents.ofClient(clientId, page);
    }

    @GET
    @Path("consents/{consentId}")
    @AccessPolicy(operation = "consent.read", roles = {Role.INTAKE_WORKER, Role.CASE_WORKER, Role.REFERRAL_COORDINATOR,
            Role.SUPERVISOR, Role.PRIVACY_OFFICER}, parts = Part.CONSENT)
    public RestResponse<ConsentView> read(UUID consentId) {
        return Etag.ok(consents.read(consentId));
    }

    @POST
    @Path("consents/{consentId}/give")
    @AccessPolicy(operation = "consent.give", action = Action.UPDATE, roles = {Role.INTAKE_WORKER,
            Role.CASE_WORKER}, parts = Part.CONSENT)
    public RestResponse<ConsentView> give(UUID consentId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid GiveConsent body) {
        return Etag.ok(consents.give(consentId, ifMatch, body));
    }

    @POST
    @Path("consents/{consentId}/refuse")
    @AccessPolicy(operation = "consent.refuse", action = Action.UPDATE, roles = {Role.INTAKE_WORKER,
            Role.CASE_WORKER}, parts = Part.CONSENT)
    public RestResponse<ConsentView> refuse(UUID consentId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Etag.ok(consents.refuse(consentId, ifMatch));
    }

    /** Needs no {@code If-Match}: what the client takes back is taken back, whatever else changed. */
    @POST
    @Path("consents/{consentId}/revoke")
    @AccessPolicy(operation = "consent.revoke", action = Action.UPDATE, roles = {Role.INTAKE_WORKER, Role.CASE_WORKER,
            Role.PRIVACY_OFFICER}, parts = Part.CONSENT)
    public RestResponse<ConsentView> revoke(UUID consentId) {
        return Etag.ok(consents.revoke(consentId));
    }
}
