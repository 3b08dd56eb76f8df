package org.alongside.intake.grant;

import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.alongside.intake.grant.api.GrantView;
import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Part;
import org.alongside.kit.caller.Role;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;

/** Who may see a client, and why. */
@Path("/v1/clients/{clientId}/grants")
public class GrantResource {

    private final GrantService grants;

    GrantResource(GrantService grants) {
        this.grants = grants;
    }

    @GET
    @AccessPolicy(operation = "grant.list", roles = {Role.INTAKE_WORKER, Role.CASE_WORKER, Role.SUPERVISOR,
            Role.PRIVACY_OFFICER}, parts = Part.CONSENT)
    public Page<GrantView> list(UUID clientId, @BeanParam DayAsked day, @BeanParam PageRequest page) {
        return grants.ofClient(clientId, day, page);
    }
}
