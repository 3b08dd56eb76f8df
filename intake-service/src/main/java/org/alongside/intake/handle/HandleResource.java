package org.alongside.intake.handle;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.alongside.intake.client.ClientService;
import org.alongside.intake.client.api.ClientName;
import org.alongside.intake.handle.api.ResolveHandle;
import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Part;
import org.alongside.kit.caller.PurposeOfUse;
import org.alongside.kit.caller.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** From handles of the access log to names: for the privacy officer of the client's home agency, and nobody else. */
@Path("/v1/handles")
public class HandleResource {

    private final ClientService clients;

    HandleResource(ClientService clients) {
        this.clients = clients;
    }

    /** POST, because a handle of a person has no place in a URL. */
    @POST
    @Path("resolve")
    @Operation(summary = "Resolve a client's handle to the name to use")
    @AccessPolicy(operation = "handle.resolve", roles = Role.PRIVACY_OFFICER, parts = Part.IDENTITY, purpose = PurposeOfUse.HCOMPL)
    public ClientName resolve(@NotNull @Valid ResolveHandle body) {
        return clients.name(body.client());
    }
}
