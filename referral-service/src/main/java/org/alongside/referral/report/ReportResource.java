package org.alongside.referral.report;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.alongside.kit.access.AccessPolicy;
import org.alongside.kit.access.Part;
import org.alongside.kit.caller.PurposeOfUse;
import org.alongside.kit.caller.Role;
import org.alongside.kit.code.Coded;
import org.alongside.kit.figures.Period;
import org.alongside.kit.problem.Problem;
import org.alongside.referral.report.api.ReferralReport;

/** Figures over what the caller's agency sent or received. */
@Path("/v1/reports")
public class ReportResource {

    private final ReportService reports;

    ReportResource(ReportService reports) {
        this.reports = reports;
    }

    /**
     * What became of the referrals that were sent in a period of whole months: how far they came, why they ended, how long it
     * took, and whether the need was met in the client's view beside the service given in the provider's. A referral stays in
     * the month in which it was sent, whenever it was answered. One that was forwarded counts beside the one that it came from.
     * Numbers of 1 to 4 are suppressed, and others from which they could be computed.
     *
     * @param from      first month, {@code 2026-11}, in UTC
     * @param to        last month, included; at most 36 months
     * @param asOf      time after which events do not count, now when absent; makes an earlier report again
     * @param category  of the need; all when absent
     * @param sender    agency that sent; all when absent
     * @param recipient agency that received; all when absent
     * @param groupBy   {@code category}, {@code sender}, {@code recipient} or {@code month}: a row each; one row when absent
     */
    @GET
    @Path("referrals")
    @AccessPolicy(operation = "report.referrals", roles = {Role.SUPERVISOR,
            Role.AGENCY_ADMIN}, parts = Part.REFERRAL, purpose = PurposeOfUse.HOPERAT)
    public ReferralReport referrals(@QueryParam("from") @NotNull String from, @QueryParam("to") @NotNull String to,
            @QueryParam("asOf") Instant asOf, @QueryParam("category") String category,
            @QueryParam("sender") UUID sender, @QueryParam("recipient") UUID recipient,
            @QueryParam("groupBy") String groupBy) {
        return reports.referrals(new ReportQuery(Period.of(from, to), asOf, category, sender,
                recipient, groupBy == null ? null : grouping(groupBy)));
    }

    private static GroupBy grouping(String code) {
        return Coded.of(GroupBy.class, code).orElseThrow(() -> Problem.unknownCode("query:groupBy",
                Arrays.stream(GroupBy.values()).map(Coded::code).toList()));
    }
}
