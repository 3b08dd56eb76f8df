package org.alongside.referral.opening;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.StringJoiner;

import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * One line of a timetable.
 *
 * @param rule      on which days, as parts of an RFC 5545 recurrence rule; null for no rule
 * @param first     the day from which the rule counts; null when none is told
 * @param validFrom first day; null for no limit
 * @param validTo   last day; null for no limit
 * @param time      from when to when, and where that is the time; null when it cannot be made out
 * @see <a href="https://docs.openreferral.org/en/v3.1/hsds/schema_reference.html#schedule">HSDS 3.1, schedule</a>
 */
record Hours(String rule, LocalDate first, LocalDate validFrom, LocalDate validTo, Span time) {

    /** A Monday: where no first day is told, weeks count from Mondays. */
    private static final LocalDate ANY_MONDAY = LocalDate.of(2024, 1, 1);

    /** @param closes not after {@code opens} for hours that go past midnight */
    record Span(LocalTime opens, LocalTime closes, ZoneId zone) {}

    Opening at(Instant moment) {
        if (rule == null || time == null || isUncountable()) {
            return Opening.UNKNOWN;
        }
        try {
            return isOpen(moment) ? Opening.OPEN : Opening.CLOSED;
        } catch (IllegalArgumentException neverOccurs) {
            return Opening.UNKNOWN;
        }
    }

    private boolean isOpen(Instant moment) {
        LocalDateTime there = LocalDateTime.ofInstant(moment, time.zone());
        boolean pastMidnight = !time.opens().isBefore(time.closes());
        boolean begunToday = !there.toLocalTime().isBefore(time.opens())
                && (pastMidnight || there.toLocalTime().isBefore(time.closes()));
        boolean begunYesterday = pastMidnight && there.toLocalTime().isBefore(time.closes());
        return begunToday && isOn(there.toLocalDate())
                || begunYesterday && isOn(there.toLocalDate().minusDays(1));
    }

    /** Every second week, but from when? */
    private boolean isUncountable() {
        return first == null && (rule.contains("INTERVAL=") || rule.contains("COUNT=")) || parsed().isEmpty();
    }

    private boolean isOn(LocalDate day) {
        if (validFrom != null && day.isBefore(validFrom) || validTo != null && day.isAfter(validTo)
                || first != null && day.isBefore(first)) {
            return false;
        }
        RecurrenceRuleIterator days = parsed().orElseThrow().iterator(date(first == null ? ANY_MONDAY : first));
        days.fastForward(date(day));
        return days.hasNext() && days.nextDateTime().equals(date(day));
    }

    private Optional<RecurrenceRule> parsed() {
        try {
            return Optional.of(new RecurrenceRule(rule, RfcMode.RFC5545_STRICT));
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static DateTime date(LocalDate day) {
        return new DateTime(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
    }

    /** A recurrence rule of those parts that are there, in pairs of name and value. */
    static String rule(String... parts) {
        StringJoiner rule = new StringJoiner(";");
        for (int i = 0; i < parts.length; i += 2) {
            if (parts[i + 1] != null) {
                rule.add(parts[i] + "=" + parts[i + 1]);
            }
        }
        return rule.toString();
    }
}
