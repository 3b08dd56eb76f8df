package org.alongside.referral.change;

import java.time.Instant;
import java.util.List;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.alongside.kit.access.NoClientData;
import org.alongside.kit.caller.Role;
import org.alongside.kit.paging.PageLines;
import org.alongside.kit.paging.PageRequest;
import org.alongside.referral.change.api.ReferralChange;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

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
    @Produces({MediaType.APPLICATION_JSON, PageLines.NDJSON})
    @APIResponse(responseCode = "200", description = "Changes", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ChangePage.class)),
            @Content(mediaType = PageLines.NDJSON, schema = @Schema(implementation = ReferralChange.class))})
    @NoClientData(operation = "referral-change.list", roles = {Role.PARTNER_SYSTEM, Role.AGENCY_ADMIN})
    public Response list(@QueryParam("modifiedAfter") Instant modifiedAfter, @BeanParam PageRequest page,
            @Context Request request) {
        return PageLines.answer(request, changes.list(modifiedAfter, page));
    }

    /** What the document shows of {@code Page}. */
    @Schema(name = "PageReferralChange")
    record ChangePage(List<ReferralChange> items, String next) {}
}
