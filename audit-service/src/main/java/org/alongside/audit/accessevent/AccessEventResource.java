package org.alongside.audit.accessevent;

import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.alongside.audit.accessevent.api.AccessEventView;
import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Part;
import org.alongside.kit.access.Relation;
import org.alongside.kit.caller.PurposeOfUse;
import org.alongside.kit.caller.Role;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;

/** An auditor sees all entries; a privacy officer those of the own agency's workers and about its clients. */
@Path("/v1/access-events")
public class AccessEventResource {

    private final AccessEventService events;

    AccessEventResource(AccessEventService events) {
        this.events = events;
    }

    @GET
    @AccessPolicy(operation = "access-event.search", roles = {Role.AUDITOR,
            Role.PRIVACY_OFFICER}, parts = Part.ACCESS_LOG, relations = {Relation.HOME_AGENCY,
                    Relation.OVERSIGHT}, purpose = PurposeOfUse.HCOMPL)
    public Page<AccessEventView> search(@BeanParam AccessEventQuery query, @BeanParam PageRequest page) {
        return events.search(query, page);
    }

    @GET
    @Path("{accessId}")
    @AccessPolicy(operation = "access-event.read", roles = {Role.AUDITOR,
            Role.PRIVACY_OFFICER}, parts = Part.ACCESS_LOG, relations = {Relation.HOME_AGENCY,
                    Relation.OVERSIGHT}, purpose = PurposeOfUse.HCOMPL)
    public Page<AccessEventView> ofAccess(UUID accessId) {
        return events.ofAccess(accessId);
    }
}
