package org.alongside.intake.consent;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;

import org.alongside.intake.consent.api.ClientSays;
import org.alongside.intake.consent.api.ConsentTextView;
import org.alongside.intake.consent.api.ConsentView;
import org.alongside.intake.consent.api.FhirConsentView;
import org.alongside.intake.consent.api.GiveConsent;
import org.alongside.intake.consent.api.ProposeConsent;
import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Action;
import org.alongside.kit.access.Part;
import org.alongside.kit.caller.Role;
import org.alongside.kit.http.Etag;
import org.alongside.kit.http.Idempotency;
import org.alongside.kit.language.LanguageTag;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.kit.problem.OptionalBody;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Consents of a client, kept by the home agency. */
@Path("/v1")
public class ConsentResource {

    private static final String FHIR_JSON = "application/fhir+json";

    private final ConsentService consents;
    private final PrintedConsentText printed;
    private final Idempotency idempotency;

    ConsentResource(ConsentService consents, PrintedConsentText printed, Idempotency idempotency) {
        this.consents = consents;
        this.printed = printed;
        this.idempotency = idempotency;
    }

    @POST
    @Path("clients/{clientId}/consents")
    @AccessPolicy(operation = "consent.propose", action = Action.CREATE, roles = {Role.INTAKE_WORKER,
            Role.CASE_WORKER, Role.PARTNER_SYSTEM}, parts = Part.CONSENT)
    public RestResponse<ConsentView> propose(UUID clientId, @NotNull @Valid ProposeConsent body) {
        return idempotency.created("/v1/consents/", body,
                () -> consents.propose(clientId, body), consents::read);
    }

    @GET
    @Path("clients/{clientId}/consents")
    @AccessPolicy(operation = "consent.list", roles = {Role.INTAKE_WORKER, Role.CASE_WORKER, Role.REFERRAL_COORDINATOR,
            Role.SUPERVISOR, Role.PRIVACY_OFFICER, Role.PARTNER_SYSTEM}, parts = Part.CONSENT)
    public Page<ConsentView> list(UUID clientId, @BeanParam PageRequest page) {
        return consents.ofClient(clientId, page);
    }

    @GET
    @Path("consents/{consentId}")
    @AccessPolicy(operation = "consent.read", roles = {Role.INTAKE_WORKER, Role.CASE_WORKER, Role.REFERRAL_COORDINATOR,
            Role.SUPERVISOR, Role.PRIVACY_OFFICER, Role.PARTNER_SYSTEM}, parts = Part.CONSENT)
    public RestResponse<ConsentView> read(UUID consentId) {
        return Etag.ok(consents.read(consentId));
    }

    /**
     * What the client is asked to agree to, in plain language: as JSON for a screen, as HTML to print, as text for what {@code sha256} is
     * of. Once the consent is given, what was agreed to, as it was.
     *
     * @param language BCP 47 tag; another is used where the text is not in it, and the answer says which
     */
    @GET
    @Path("consents/{consentId}/text")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML, MediaType.TEXT_PLAIN})
    @APIResponse(responseCode = "200", description = "The text", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ConsentTextView.class)),
            @Content(mediaType = MediaType.TEXT_HTML), @Content(mediaType = MediaType.TEXT_PLAIN)})
    @AccessPolicy(operation = "consent.text", roles = {Role.INTAKE_WORKER, Role.CASE_WORKER, Role.REFERRAL_COORDINATOR,
            Role.SUPERVISOR, Role.PRIVACY_OFFICER, Role.PARTNER_SYSTEM}, parts = Part.CONSENT)
    public Response text(@RestPath UUID consentId, @QueryParam("language") @LanguageTag String language,
            @Context Request request) {
        ConsentTextView text = consents.text(consentId, language);
        Variant wanted = request.selectVariant(Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE,
                MediaType.TEXT_HTML_TYPE, MediaType.TEXT_PLAIN_TYPE).build());
        return wanted != null && wanted.getMediaType().isCompatible(MediaType.TEXT_HTML_TYPE)
                ? printed.answer(text)
                : Response.ok(text).header(HttpHeaders.CONTENT_LANGUAGE, text.text().language())
                        .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    /** The consent as a FHIR R4 Consent. */
    @GET
    @Path("consents/{consentId}/fhir")
    @Produces(FHIR_JSON)
    @APIResponse(responseCode = "200", description = "FHIR R4 Consent", content = @Content(mediaType = FHIR_JSON))
    @AccessPolicy(operation = "consent.fhir", roles = {Role.CASE_WORKER, Role.SUPERVISOR, Role.PRIVACY_OFFICER,
            Role.PARTNER_SYSTEM}, parts = Part.CONSENT)
    public FhirConsentView fhir(UUID consentId) {
        return consents.fhir(consentId);
    }

    @POST
    @Path("consents/{consentId}/give")
    @AccessPolicy(operation = "consent.give", action = Action.UPDATE, roles = {Role.INTAKE_WORKER,
            Role.CASE_WORKER, Role.PARTNER_SYSTEM}, parts = Part.CONSENT)
    public RestResponse<ConsentView> give(UUID consentId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid GiveConsent body) {
        return Etag.ok(consents.give(consentId, ifMatch, body));
    }

    @POST
    @Path("consents/{consentId}/refuse")
    @Consumes(MediaType.APPLICATION_JSON)
    @AccessPolicy(operation = "consent.refuse", action = Action.UPDATE, roles = {Role.INTAKE_WORKER,
            Role.CASE_WORKER, Role.PARTNER_SYSTEM}, parts = Part.CONSENT)
    public RestResponse<ConsentView> refuse(UUID consentId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @OptionalBody @Valid ClientSays body) {
        return Etag.ok(consents.refuse(consentId, ifMatch, body));
    }

    /** Needs no {@code If-Match}: what the client takes back is taken back, whatever else changed. */
    @POST
    @Path("consents/{consentId}/revoke")
    @Consumes(MediaType.APPLICATION_JSON)
    @AccessPolicy(operation = "consent.revoke", action = Action.UPDATE, roles = {Role.INTAKE_WORKER, Role.CASE_WORKER,
            Role.PRIVACY_OFFICER, Role.PARTNER_SYSTEM}, parts = Part.CONSENT)
    public RestResponse<ConsentView> revoke(UUID consentId, @OptionalBody @Valid ClientSays body) {
        return Etag.ok(consents.revoke(consentId, body));
    }
}
