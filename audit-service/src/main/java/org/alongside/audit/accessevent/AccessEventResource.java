package org.alongside.audit.accessevent;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.alongside.audit.accessevent.api.AccessEventView;
import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Part;
import org.alongside.kit.access.Relation;
import org.alongside.kit.caller.PurposeOfUse;
import org.alongside.kit.caller.Role;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** An auditor sees all entries; a privacy officer those of the own agency's workers and about its clients. */
@Path("/v1/access-events")
public class AccessEventResource {

    private final AccessEventService events;

    AccessEventResource(AccessEventService events) {
        this.events = events;
    }

    /**
     * Newest first, by time of access. All pages of a search show the log as it was at the first: an entry that comes in meanwhile is
     * found by the next search.
     */
    @POST
    @Path("search")
    @Operation(summary = "Search the access log")
    @AccessPolicy(operation = "access-event.search", roles = {Role.AUDITOR,
            Role.PRIVACY_OFFICER}, parts = Part.ACCESS_LOG, relations = {Relation.HOME_AGENCY,
                    Relation.OVERSIGHT}, purpose = PurposeOfUse.HCOMPL)
    public Page<AccessEventView> search(@BeanParam PageRequest page, @NotNull AccessEventQuery query) {
        return events.search(query, page);
    }

    @GET
    @Path("{accessId}")
    @Operation(summary = "Read all events of one access")
    @AccessPolicy(operation = "access-event.read", roles = {Role.AUDITOR,
            Role.PRIVACY_OFFICER}, parts = Part.ACCESS_LOG, relations = {Relation.HOME_AGENCY,
                    Relation.OVERSIGHT}, purpose = PurposeOfUse.HCOMPL)
    public Page<AccessEventView> ofAccess(UUID accessId) {
        return events.ofAccess(accessId);
    }
}
