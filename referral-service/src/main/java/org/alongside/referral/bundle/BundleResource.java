package org.alongside.referral.bundle;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Action;
import org.alongside.kit.access.Part;
import org.alongside.kit.caller.PurposeOfUse;
import org.alongside.kit.caller.Role;
import org.alongside.kit.http.Etag;
import org.alongside.kit.http.Idempotency;
import org.alongside.referral.bundle.api.BundleView;
import org.alongside.referral.bundle.api.CreateBundle;
import org.jboss.resteasy.reactive.RestResponse;

/** Coordinated referrals, on the sender's side; each recipient sees its own referral and no other. */
@Path("/v1/bundles")
public class BundleResource {

    private final BundleService bundles;
    private final Idempotency idempotency;

    BundleResource(BundleService bundles, Idempotency idempotency) {
        this.bundles = bundles;
        this.idempotency = idempotency;
    }

    /** Drafts of all its referrals, or of none when one of them is refused; {@code violations} say which. */
    @POST
    @AccessPolicy(operation = "bundle.create", action = Action.CREATE, roles = {Role.REFERRAL_COORDINATOR,
            Role.CASE_WORKER}, parts = Part.REFERRAL, purpose = PurposeOfUse.COC)
    public RestResponse<BundleView> create(@NotNull @Valid CreateBundle body) {
        return idempotency.created("/v1/bundles/", body, () -> bundles.create(body), bundles::read);
    }

    @GET
    @Path("{bundleId}")
    @AccessPolicy(operation = "bundle.read", roles = {Role.REFERRAL_COORDINATOR, Role.CASE_WORKER,
            Role.SUPERVISOR}, parts = Part.REFERRAL, purpose = PurposeOfUse.COC)
    public RestResponse<BundleView> read(UUID bundleId) {
        return Etag.ok(bundles.read(bundleId));
    }

    /** Sends all, or none when one cannot be sent: the problem names it in {@code referralId}. */
    @POST
    @Path("{bundleId}/request")
    @AccessPolicy(operation = "bundle.request", action = Action.UPDATE, roles = {Role.REFERRAL_COORDINATOR,
            Role.CASE_WORKER}, parts = Part.REFERRAL, purpose = PurposeOfUse.COC)
    public RestResponse<BundleView> request(UUID bundleId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Etag.ok(bundles.request(bundleId, ifMatch));
    }
}
