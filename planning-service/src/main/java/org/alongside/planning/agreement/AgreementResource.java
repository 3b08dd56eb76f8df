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
import jakarta.ws.rs.core.HttpHeaders;

import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Action;
import org.alongside.kit.access.Part;
import org.alongside.kit.access.Relation;
import org.alongside.kit.caller.Role;
import org.alongside.kit.http.Etag;
import org.alongside.kit.http.Idempotency;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.planning.agreement.api.Agree;
import org.alongside.planning.agreement.api.AgreementDraft;
import org.alongside.planning.agreement.api.AgreementView;
import org.jboss.resteasy.reactive.RestResponse;

/** Agreements of a case, version by version. */
@Path("/v1")
public class AgreementResource {

    private static final String COLLECTION = "/v1/agreements/";

    private final AgreementService agreements;
    private final Idempotency idempotency;

    AgreementResource(AgreementService agreements, Idempotency idempotency) {
        this.agreements = agreements;
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
