package org.alongside.audit.console;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.alongside.audit.verification.Verifications;
import org.alongside.kit.access.NoClientData;
import org.alongside.kit.caller.Role;
import org.alongside.kit.print.HtmlPage;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where the console begins and ends. */
@Path("/console")
@Produces(MediaType.TEXT_HTML)
public class StartPages {

    private final Verifications verifications;

    StartPages(Verifications verifications) {
        this.verifications = verifications;
    }

    @GET
    @Operation(hidden = true)
    @NoClientData(operation = "console.start", roles = {Role.AUDITOR, Role.PRIVACY_OFFICER})
    public HtmlPage start() {
        return ConsolePages.of(Templates.start(verifications.touched().orElse(null)));
    }

    @GET
    @Path("logged-out")
    @Operation(hidden = true)
    @NoClientData(operation = "console.logged-out", anonymous = true)
    public HtmlPage loggedOut() {
        return ConsolePages.of(Templates.loggedOut());
    }
}
