package org.alongside.audit.log;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.alongside.audit.log.api.LogStatus;
import org.alongside.kit.access.NoClientData;
import org.alongside.kit.caller.Role;

@Path("/v1/log-status")
public class LogStatusResource {

    private final LogStatusService status;

    LogStatusResource(LogStatusService status) {
        this.status = status;
    }

    @GET
    @NoClientData(operation = "log-status.read", roles = Role.AUDITOR)
    public LogStatus read() {
        return status.read();
    }
}
