package org.alongside.referral.openreferral;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;

import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Action;
import org.alongside.kit.access.Part;
import org.alongside.kit.caller.PurposeOfUse;
import org.alongside.kit.caller.Role;
import org.alongside.kit.http.Etag;
import org.alongside.kit.http.Idempotency;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.referral.openreferral.api.Claim;
import org.alongside.referral.openreferral.api.OpenAReferral;
import org.alongside.referral.openreferral.api.OpenReferralView;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Needs that any eligible agency may take up. The first claim reserves one; when the client's consent names the claimant, it
 * becomes a referral to it by itself, and without a consent in time the claim lapses: then it is the other agencies' turn.
 */
@Path("/v1/open-referrals")
public class OpenReferralResource {

    private final OpenReferralService openReferrals;
    private final Idempotency idempotency;

    OpenReferralResource(OpenReferralService openReferrals, Idempotency idempotency) {
        this.openReferrals = openReferrals;
        this.idempotency = idempotency;
    }

    @POST
    @AccessPolicy(operation = "open-referral.open", action = Action.CREATE, roles = {Role.REFERRAL_COORDINATOR,
            Role.CASE_WORKER}, parts = Part.REFERRAL, purpose = PurposeOfUse.COC)
    public RestResponse<OpenReferralView> open(@NotNull @Valid OpenAReferral body) {
        return idempotency.created("/v1/open-referrals/", body, () -> openReferrals.open(body), openReferrals::read);
    }

    /** To other agencies than the client's: category, area and urgency, as long as it may be claimed or is. */
    @GET
    @Path("{openReferralId}")
    @AccessPolicy(operation = "open-referral.read", roles = {Role.REFERRAL_COORDINATOR, Role.CASE_WORKER,
            Role.RECEIVING_WORKER, Role.PARTNER_SYSTEM,
            Role.SUPERVISOR}, parts = Part.REFERRAL, purpose = PurposeOfUse.COC)
    public RestResponse<OpenReferralView> read(UUID openReferralId) {
        return Etag.ok(openReferrals.read(openReferralId));
    }

    /**
     * The oldest first.
     *
     * @param own those of the caller's agency's clients; else those of others that may be claimed, or that it has claimed
     */
    @GET
    @AccessPolicy(operation = "open-referral.list", roles = {Role.REFERRAL_COORDINATOR, Role.CASE_WORKER,
            Role.RECEIVING_WORKER, Role.PARTNER_SYSTEM,
            Role.SUPERVISOR}, parts = Part.REFERRAL, purpose = PurposeOfUse.COC)
    public Page<OpenReferralView> list(@QueryParam("own") @DefaultValue("false") boolean own,
            @BeanParam PageRequest page) {
        return own ? openReferrals.own(page) : openReferrals.claimable(page);
    }

    /**
     * Reserves it. One agency gets it, however many ask; the others are told 409 {@code conflicting-state}. So is an agency whose
     * claim on it has lapsed: it does not claim the same again.
     */
    @POST
    @Path("{openReferralId}/claim")
    @AccessPolicy(operation = "open-referral.claim", action = Action.UPDATE, roles = {Role.RECEIVING_WORKER,
            Role.PARTNER_SYSTEM}, parts = Part.REFERRAL, purpose = PurposeOfUse.COC)
    public RestResponse<OpenReferralView> claim(UUID openReferralId, @NotNull @Valid Claim body) {
        return Etag.ok(openReferrals.claim(openReferralId, body));
    }

    @POST
    @Path("{openReferralId}/withdraw")
    @AccessPolicy(operation = "open-referral.withdraw", action = Action.UPDATE, roles = {Role.REFERRAL_COORDINATOR,
            Role.CASE_WORKER}, parts = Part.REFERRAL, purpose = PurposeOfUse.COC)
    public RestResponse<OpenReferralView> withdraw(UUID openReferralId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return Etag.ok(openReferrals.withdraw(openReferralId, ifMatch));
    }
}
