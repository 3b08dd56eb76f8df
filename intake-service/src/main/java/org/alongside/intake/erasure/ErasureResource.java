package org.alongside.intake.erasure;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import org.alongside.intake.erasure.api.ErasureView;
import org.alongside.intake.erasure.api.RequestErasure;
import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Action;
import org.alongside.kit.access.Part;
import org.alongside.kit.caller.PurposeOfUse;
import org.alongside.kit.caller.Role;
import org.alongside.kit.http.Etag;
import org.alongside.kit.http.Idempotency;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Erasures: after a time in which it can be called off, the client's key is destroyed in every service. From then on there is no such
 * client to anybody, and neither a backup nor a copy opens again. That accesses took place stays in the access log, by ids.
 */
@Path("/v1")
public class ErasureResource {

    private final ErasureService erasures;
    private final Idempotency idempotency;

    ErasureResource(ErasureService erasures, Idempotency idempotency) {
        this.erasures = erasures;
        this.idempotency = idempotency;
    }

    @POST
    @Path("clients/{clientId}/erasures")
    @AccessPolicy(operation = "erasure.request", action = Action.CREATE, roles = Role.PRIVACY_OFFICER, parts = Part.CONSENT, purpose = PurposeOfUse.PATRQT)
    public RestResponse<ErasureView> request(UUID clientId, @NotNull @Valid RequestErasure body) {
        return idempotency.created("/v1/erasures/", body, () -> erasures.request(clientId, body), erasures::read);
    }

    @GET
    @Path("erasures")
    @AccessPolicy(operation = "erasure.list", roles = {Role.PRIVACY_OFFICER,
            Role.SUPERVISOR}, parts = Part.CONSENT, purpose = PurposeOfUse.HCOMPL)
    public Page<ErasureView> list(@BeanParam PageRequest page) {
        return erasures.list(page);
    }

    @GET
    @Path("erasures/{erasureId}")
    @AccessPolicy(operation = "erasure.read", roles = {Role.PRIVACY_OFFICER,
            Role.SUPERVISOR}, parts = Part.CONSENT, purpose = PurposeOfUse.HCOMPL)
    public RestResponse<ErasureView> read(UUID erasureId) {
        return Etag.ok(erasures.read(erasureId));
    }

    /** Calls it off, as long as it has not begun. */
    @POST
    @Path("erasures/{erasureId}/cancel")
    @AccessPolicy(operation = "erasure.cancel", action = Action.UPDATE, roles = Role.PRIVACY_OFFICER, parts = Part.CONSENT, purpose = PurposeOfUse.PATRQT)
    public RestResponse<ErasureView> cancel(UUID erasureId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Etag.ok(erasures.cancel(erasureId, ifMatch));
    }
}
