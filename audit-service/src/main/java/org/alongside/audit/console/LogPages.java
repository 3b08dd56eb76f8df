package org.alongside.audit.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.alongside.audit.log.LogStatusService;
import org.alongside.audit.log.api.LogStatus;
import org.alongside.audit.log.api.LogStatus.MonthStatus;
import org.alongside.kit.access.NoClientData;
import org.alongside.kit.caller.Role;
import org.alongside.kit.print.HtmlPage;
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
    public HtmlPage log() {
        LogStatus read = status.read();
        return ConsolePages.of(Templates.log(read, months(read)));
    }

    /** Newest first; those made ahead hold nothing yet. */
    private static List<MonthStatus> months(LogStatus read) {
        Instant last = read.sealing().lastSealedAt();
        List<MonthStatus> months = new ArrayList<>(read.months().stream()
                .filter(month -> last == null || month.begins() == null || !month.begins().isAfter(last)).toList());
        Collections.reverse(months);
        return months;
    }
}
