package org.alongside.planning.report;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Part;
import org.alongside.kit.caller.PurposeOfUse;
import org.alongside.kit.caller.Role;
import org.alongside.kit.figures.Period;
import org.alongside.planning.report.api.ProgrammeReport;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Figures of the programme of the caller's agency. None is of a worker. */
@Path("/v1/reports")
public class ReportResource {

    private final ReportService reports;

    ReportResource(ReportService reports) {
        this.reports = reports;
    }

    /**
     * @param from    first month, {@code 2026-11}, by the calendar of the agency
     * @param to      last month, included; at most 36 months
     * @param groupBy {@code month}: a row each; one row when absent
     */
    @GET
    @Path("programme")
    @Operation(summary = "Report what became of the people whose case was opened in a period")
    @AccessPolicy(operation = "report.programme", roles = {Role.SUPERVISOR,
            Role.AGENCY_ADMIN}, parts = Part.PLAN, purpose = PurposeOfUse.HOPERAT)
    public ProgrammeReport programme(@QueryParam("from") @NotNull String from, @QueryParam("to") @NotNull String to,
            @QueryParam("groupBy") GroupBy groupBy) {
        return reports.programme(Period.of(from, to), groupBy);
    }
}
