package org.alongside.referral.report.api;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What became of some referrals.
 *
 * @param key      code of the category, id of the agency, or month, by which the report is grouped; absent in a report that is not
 * @param statuses every status in which a sent referral can be, also those in which none is
 * @param reasons  those that occur; none when the number of referrals is suppressed
 * @param closings the accepted referrals by what both sides say came of them: those that occur; none when the number of referrals
 *                 is suppressed
 * @param answer   from sending to the first answer of the recipient, of those that were answered
 * @param end      from sending to the end by the recipient, of those that were completed or unsuccessful
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReportRow(String key, Funnel funnel, List<StatusCount> statuses, List<ReasonCount> reasons,
        List<ClosingCount> closings, Times answer, Times end) {}
