package org.alongside.kit.figures;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.regex.Pattern;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;

/**
 * Whole months that a report is about.
 *
 * @param to last month, included
 */
public record Period(YearMonth from, YearMonth to) {

    private static final Pattern MONTH = Pattern.compile("[1-9]\\d{3}-(0[1-9]|1[0-2])");
    private static final int MOST_MONTHS = 36;

    /**
     * Of the query parameters {@code from} and {@code to}, {@code 2026-11}.
     *
     * @throws Problem {@code invalid-input} when one is no month, or they are no period of at most 36 months
     */
    public static Period of(String from, String to) {
        Period period = new Period(month("from", from), month("to", to));
        if (period.to.isBefore(period.from) || period.from.plusMonths(MOST_MONTHS).compareTo(period.to) <= 0) {
            throw Problem.invalid(Violation.ofQuery("to", "out-of-range",
                    "must not be before from, and the period no longer than " + MOST_MONTHS + " months"));
        }
        return period;
    }

    public Instant start(ZoneId zone) {
        return from.atDay(1).atStartOfDay(zone).toInstant();
    }

    /** The first moment after it. */
    public Instant end(ZoneId zone) {
        return to.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
    }

    private static YearMonth month(String parameter, String text) {
        if (!MONTH.matcher(text).matches()) {
            throw Problem.invalid(Violation.ofType("query:" + parameter, "a month (YYYY-MM)"));
        }
        return YearMonth.parse(text);
    }
}
