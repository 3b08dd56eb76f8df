package org.alongside.intake.duplicate;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.alongside.intake.duplicate.api.PossibleDuplicate;
import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Part;
import org.alongside.kit.caller.Role;
import org.alongside.kit.paging.Page;

/** Clients who may have been taken in twice. */
@Path("/v1/clients/{clientId}/possible-duplicates")
public class DuplicateResource {

    private final DuplicateService duplicates;

    DuplicateResource(DuplicateService duplicates) {
        this.duplicates = duplicates;
    }

    /** At most 20, the likeliest first, each with what speaks for and against it. Only clients of the caller's own agency are compared. */
    @GET
    @AccessPolicy(operation = "duplicate.find", roles = {Role.INTAKE_WORKER, Role.CASE_WORKER,
            Role.SUPERVISOR}, parts = {Part.IDENTITY, Part.CONTACT})
    public Page<PossibleDuplicate> find(UUID clientId) {
        return duplicates.of(clientId);
    }
}
