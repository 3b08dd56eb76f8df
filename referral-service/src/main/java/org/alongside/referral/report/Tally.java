package org.alongside.referral.report;

import java.util.List;

import jakarta.persistence.Tuple;

/**
 * The referrals of one row that came to the same outcome.
 *
 * @param key           of the row; null when there is one row with all
 * @param events        on which this rests
 * @param answeredAfter seconds from sending to the first answer, of those that were answered
 * @param endedAfter    seconds from sending to the end by the recipient, of those that were completed or unsuccessful
 */
record Tally(String key, Outcome outcome, long referrals, long events, List<Long> answeredAfter,
        List<Long> endedAfter) {

    static Tally of(Tuple row) {
        Outcome outcome = new Outcome(row.get("answered", Boolean.class), row.get("accepted", Boolean.class),
                row.get("status", String.class), row.get("reason", String.class),
                row.get("provider_result", String.class), row.get("client_result", String.class));
        return new Tally(row.get("key", String.class), outcome, row.get("referrals", Long.class),
                row.get("events", Long.class), times(row, "answered_after"), times(row, "ended_after"));
    }

    private static List<Long> times(Tuple row, String column) {
        Long[] times = row.get(column, Long[].class);
        return times == null ? List.of() : List.of(times);
    }
}
