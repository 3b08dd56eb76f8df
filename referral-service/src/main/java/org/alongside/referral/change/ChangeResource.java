package org.alongside.referral.change;

import java.time.Instant;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.alongside.kit.access.NoClientData;
import org.alongside.kit.caller.Role;
import org.alongside.kit.paging.NdjsonPageWriter;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.referral.change.api.ReferralChange;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What happened to the referrals of an agency, for a system that asks now and then. */
@Path("/v1/referral-changes")
public class ChangeResource {

    private final ChangeService changes;

    ChangeResource(ChangeService changes) {
        this.changes = changes;
    }

    /**
     * The oldest first, and every one once; what is read of a referral afterwards is logged, this is not.
     *
     * @param modifiedAfter only what was told at this time or later; not needed with a cursor
     */
    @GET
    @Operation(summary = "Follow what happens to the referrals that the agency sent or received")
    @Produces({MediaType.APPLICATION_JSON, NdjsonPageWriter.NDJSON})
    @NoClientData(operation = "referral-change.list", roles = {Role.PARTNER_SYSTEM, Role.AGENCY_ADMIN})
    public Page<ReferralChange> list(@QueryParam("modifiedAfter") Instant modifiedAfter, @BeanParam PageRequest page) {
        return changes.list(modifiedAfter, page);
    }
}
