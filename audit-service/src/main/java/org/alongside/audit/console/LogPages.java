package org.alongside.audit.console;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.alongside.audit.log.LogStatusService;
import org.alongside.kit.access.NoClientData;
import org.alongside.kit.caller.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Whether the log is whole, as far as the log itself can say. */
@Path("/console/log")
@Produces(MediaType.TEXT_HTML)
public class LogPages {

    private final LogStatusService status;

    LogPages(LogStatusService status) {
        this.status = status;
    }

    @GET
    @Operation(hidden = true)
    @NoClientData(operation = "console.log", roles = Role.AUDITOR)
    public ConsolePage log() {
        return ConsolePage.of(Templates.log(status.read()));
    }
}
