package org.alongside.referral.eligibility;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import org.alongside.kit.access.NoClientData;
import org.alongside.kit.caller.Role;
import org.alongside.kit.http.Etag;
import org.alongside.referral.eligibility.api.EligibilityView;
import org.jboss.resteasy.reactive.RestResponse;

/** Whom services are for. */
@Path("/v1")
public class EligibilityResource {

    private final EligibilityService eligibility;

    EligibilityResource(EligibilityService eligibility) {
        this.eligibility = eligibility;
    }

    @GET
    @Path("services/{serviceId}/eligibility")
    @NoClientData(operation = "eligibility.read")
    public RestResponse<EligibilityView> read(UUID serviceId) {
        return Etag.ok(eligibility.read(serviceId));
    }

    /** By an administrator of the agency that offers the service. The first rule needs no {@code If-Match}. */
    @PUT
    @Path("services/{serviceId}/eligibility")
    @NoClientData(operation = "eligibility.put", roles = Role.AGENCY_ADMIN)
    public RestResponse<EligibilityView> put(UUID serviceId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid Rule body) {
        return Etag.ok(eligibility.put(serviceId, ifMatch, body));
    }
}
