package org.alongside.referral.verification;

import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.alongside.kit.access.NoClientData;
import org.alongside.kit.caller.Role;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.referral.verification.api.VerificationView;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Whether entries of the directory can still be relied on. */
@Path("/v1")
public class VerificationResource {

    private final VerificationService verification;

    VerificationResource(VerificationService verification) {
        this.verification = verification;
    }

    /** As of today, in UTC; on the same day again it changes nothing. Its {@code assured_date} and its history tell it. */
    @POST
    @Path("services/{serviceId}/verification")
    @Operation(summary = "Confirm that the entry of a service of one's own is still right")
    @NoClientData(operation = "verification.confirm", roles = {Role.AGENCY_ADMIN, Role.SYSTEM_ADMIN})
    public VerificationView confirm(UUID serviceId) {
        return verification.confirm(serviceId);
    }

    /** Of the caller's agency, to an administrator of the suite those that no agency owns; the longest unconfirmed first. */
    @GET
    @Path("directory/verifications")
    @Operation(summary = "List the active services of one's own that are stale or were never confirmed")
    @NoClientData(operation = "verification.list", roles = {Role.AGENCY_ADMIN, Role.SYSTEM_ADMIN})
    public Page<VerificationView> due(@BeanParam PageRequest page) {
        return verification.due(page);
    }
}
