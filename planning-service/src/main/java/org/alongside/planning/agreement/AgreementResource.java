package org.alongside.planning.agreement;

import java.net.URI;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Action;
import org.alongside.kit.access.Part;
import org.alongside.kit.access.Relation;
import org.alongside.kit.caller.Role;
import org.alongside.kit.http.Etag;
import org.alongside.kit.http.Idempotency;
import org.alongside.kit.language.LanguageTag;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.planning.agreement.api.Agree;
import org.alongside.planning.agreement.api.AgreementDifferences;
import org.alongside.planning.agreement.api.AgreementDraft;
import org.alongside.planning.agreement.api.AgreementView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Agreements of a case, version by version. */
@Path("/v1")
public class AgreementResource {

    private static final String COLLECTION = "/v1/agreements/";

    private final AgreementService agreements;
    private final PrintedAgreement printed;
    private final Idempotency idempotency;

    AgreementResource(AgreementService agreements, PrintedAgreement printed, Idempotency idempotency) {
        this.agreements = agreements;
        this.printed = printed;
        this.idempotency = idempotency;
    }

    @POST
    @Path("cases/{caseId}/agreements")
    @AccessPolicy(operation = "agreement.draft", action = Action.CREATE, roles = Role.CASE_WORKER, parts = Part.PLAN)
    public RestResponse<AgreementView> draft(UUID caseId, @NotNull @Valid AgreementDraft body) {
        return idempotency.created(COLLECTION, body, () -> agreements.draft(caseId, body), agreements::read);
    }

    @GET
    @Path("cases/{caseId}/agreements")
    @AccessPolicy(operation = "agreement.list", roles = {Role.CASE_WORKER, Role.SUPERVISOR,
            Role.INTAKE_WORKER}, parts = Part.PLAN, relations = {Relation.HOME_AGENCY, Relation.GRANT})
    public Page<AgreementView> list(UUID caseId, @BeanParam PageRequest page) {
        return agreements.ofCase(caseId, page);
    }

    @GET
    @Path("agreements/{agreementId}")
    @AccessPolicy(operation = "agreement.read", roles = {Role.CASE_WORKER, Role.SUPERVISOR,
            Role.INTAKE_WORKER}, parts = Part.PLAN, relations = {Relation.HOME_AGENCY, Relation.GRANT})
    public RestResponse<AgreementView> read(UUID agreementId) {
        return Etag.ok(agreements.read(agreementId));
    }

    @GET
    @Path("agreements/{agreementId}/differences")
    @Operation(summary = "Show what a version changes of another one, by default of the version before")
    @AccessPolicy(operation = "agreement.compare", roles = {Role.CASE_WORKER, Role.SUPERVISOR,
            Role.INTAKE_WORKER}, parts = Part.PLAN)
    public AgreementDifferences differences(UUID agreementId, @QueryParam("from") UUID from) {
        return agreements.differences(agreementId, from);
    }

    /**
     * For the client to keep, and to sign where it is not agreed yet.
     *
     * @param language BCP 47 tag of what the page says itself; what both sides wrote stands as it was written
     */
    @GET
    @Path("agreements/{agreementId}/page")
    @Produces(MediaType.TEXT_HTML)
    @Operation(summary = "Print a version of the agreement")
    @APIResponse(responseCode = "200", description = "The page", content = @Content(mediaType = MediaType.TEXT_HTML))
    @AccessPolicy(operation = "agreement.print", roles = {Role.CASE_WORKER, Role.SUPERVISOR,
            Role.INTAKE_WORKER}, parts = Part.PLAN)
    public Response page(@RestPath UUID agreementId, @QueryParam("language") @LanguageTag String language) {
        return printed.answer(agreements.read(agreementId), language);
    }

    @POST
    @Path("agreements/{agreementId}/propose")
    @AccessPolicy(operation = "agreement.propose", action = Action.UPDATE, roles = Role.CASE_WORKER, parts = Part.PLAN)
    public RestResponse<AgreementView> propose(UUID agreementId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Etag.ok(agreements.propose(agreementId, ifMatch));
    }

    /** 201 with the new version; the {@code If-Match} is that of the version it answers. */
    @POST
    @Path("agreements/{agreementId}/counter-propose")
    @AccessPolicy(operation = "agreement.counter-propose", action = Action.UPDATE, roles = Role.CASE_WORKER, parts = Part.PLAN)
    public RestResponse<AgreementView> counterPropose(UUID agreementId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid AgreementDraft body) {
        AgreementView answer = agreements.counterPropose(agreementId, ifMatch, body);
        return Etag.created(URI.create(COLLECTION + answer.agreementId()), answer);
    }

    @POST
    @Path("agreements/{agreementId}/agree")
    @AccessPolicy(operation = "agreement.agree", action = Action.UPDATE, roles = Role.CASE_WORKER, parts = Part.PLAN)
    public RestResponse<AgreementView> agree(UUID agreementId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid Agree body) {
        return Etag.ok(agreements.agree(agreementId, ifMatch, body));
    }

    @POST
    @Path("agreements/{agreementId}/decline")
    @AccessPolicy(operation = "agreement.decline", action = Action.UPDATE, roles = Role.CASE_WORKER, parts = Part.PLAN)
    public RestResponse<AgreementView> decline(UUID agreementId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Etag.ok(agreements.decline(agreementId, ifMatch));
    }

    @POST
    @Path("agreements/{agreementId}/end")
    @AccessPolicy(operation = "agreement.end", action = Action.UPDATE, roles = Role.CASE_WORKER, parts = Part.PLAN)
    public RestResponse<AgreementView> end(UUID agreementId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Etag.ok(agreements.end(agreementId, ifMatch));
    }
}
