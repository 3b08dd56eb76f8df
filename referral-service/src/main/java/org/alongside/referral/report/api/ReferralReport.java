package org.alongside.referral.report.api;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.alongside.kit.access.AggregateView;
import org.alongside.kit.access.Part;
import org.alongside.kit.figures.Count;
import org.alongside.referral.report.GroupBy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What became, until a time, of the referrals that were sent in a period.
 *
 * @param from    first month, {@code 2026-11}, in UTC
 * @param to      last month, included
 * @param asOf    events after it do not count; asked for again with the same, the figures are the same
 * @param settled false when {@code asOf} is so recent that events of before may still be being written
 * @param groupBy absent for one row with all
 * @param events  of the topic {@code referral.referral.v1} on which the figures rest
 * @param rows    by their keys in order; no referral is in two of them; none when nothing was sent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReferralReport(String from, String to, Instant asOf, boolean settled, GroupBy groupBy, Count events,
        List<ReportRow> rows, @JsonIgnore Set<Part> parts) implements AggregateView {}
