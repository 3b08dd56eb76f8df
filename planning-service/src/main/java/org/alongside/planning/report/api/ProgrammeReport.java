package org.alongside.planning.report.api;

import java.util.List;
import java.util.Set;

import org.alongside.kit.access.AggregateView;
import org.alongside.kit.access.Part;
import org.alongside.planning.report.GroupBy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What became of the people whose case was opened in a period. Numbers of 1 to 4 are suppressed, and others from which they could be
 * computed.
 *
 * @param from    first month, {@code 2026-11}, by the calendar of the agency
 * @param to      last month, included
 * @param zone    IANA name of the agency's time zone
 * @param groupBy absent for one row with all
 * @param rows    by their keys in order; nobody is in two of them; none when no case was opened
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProgrammeReport(String from, String to, String zone, GroupBy groupBy, List<ProgrammeRow> rows,
        @JsonIgnore Set<Part> parts) implements AggregateView {}
