package org.alongside.referral.opening;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.Stream;

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
 * @param closed    on these days it is closed, whatever other lines say
 * @param place     location that it is about; null for wherever the service is
 * @see <a href="https://docs.openreferral.org/en/v3.1/hsds/schema_reference.html#schedule">HSDS 3.1, schedule</a>
 */
record Hours(String rule, LocalDate first, LocalDate validFrom, LocalDate validTo, Span time, boolean closed,
        UUID place) {

    /** Where no first day is told. Only rules that name their days are counted from it. */
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

    /** Closed from one day to another; on one day when only one is told, and nobody knows when while none is. */
    static Hours closed(LocalDate from, LocalDate to, ZoneId zone, UUID place) {
        return new Hours(from == null && to == null ? null : "FREQ=DAILY", null, from == null ? to : from,
                to == null ? from : to, new Span(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, zone), true, place);
    }

    /** Whether it closes what another line tells. */
    boolean closes(Hours other) {
        return closed && (place == null || place.equals(other.place));
    }

    /** A line without a rule says something of the days on which it is valid alone; wherever that is, a day more or less. */
    boolean isAbout(Instant moment) {
        LocalDate day = LocalDate.ofInstant(moment, ZoneOffset.UTC);
        boolean over = validTo != null && day.minusDays(1).isAfter(validTo);
        boolean toCome = validFrom != null && day.plusDays(1).isBefore(validFrom);
        return rule != null || !over && !toCome;
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

    /** Every second week, but from when? Every month, but on which day? */
    private boolean isUncountable() {
        return first == null && (rule.contains("INTERVAL=") || rule.contains("COUNT=") || !namesDays())
                || parsed().isEmpty();
    }

    private boolean namesDays() {
        return Stream.of("FREQ=DAILY", "BYDAY=", "BYMONTHDAY=", "BYYEARDAY=").anyMatch(rule::contains);
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
