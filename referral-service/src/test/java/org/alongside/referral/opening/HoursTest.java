package org.alongside.referral.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** 2026-11-23 is a Monday. */
    @ParameterizedTest
    @CsvSource({"2026-11-23T08:59:59-05:00,CLOSED", "2026-11-23T09:00:00-05:00,OPEN",
            "2026-11-23T16:59:59-05:00,OPEN", "2026-11-23T17:00:00-05:00,CLOSED", "2026-11-24T12:00:00-05:00,CLOSED",
            "2026-11-23T21:30:00Z,OPEN", "2026-07-06T13:30:00Z,OPEN", "2026-12-07T13:30:00Z,CLOSED"})
    void aWeekdayInItsTimeZone(String moment, Opening expected) {
        assertEquals(expected, hours("FREQ=WEEKLY;BYDAY=MO", null, "09:00", "17:00").at(at(moment)));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T23:00:00-05:00,OPEN", "2026-11-24T05:59:00-05:00,OPEN",
            "2026-11-24T06:00:00-05:00,CLOSED", "2026-11-24T23:00:00-05:00,CLOSED",
            "2026-11-23T05:00:00-05:00,CLOSED"})
    void aNightPastMidnight(String moment, Opening expected) {
        assertEquals(expected, hours("FREQ=WEEKLY;BYDAY=MO", null, "22:00", "06:00").at(at(moment)));
    }

    @Test
    void midnightToMidnightIsTheWholeDay() {
        Hours day = hours("FREQ=WEEKLY;BYDAY=MO", null, "00:00", "24:00");
        assertEquals(Opening.OPEN, day.at(at("2026-11-23T23:59:00-05:00")));
        assertEquals(Opening.OPEN, day.at(at("2026-11-23T00:00:00-05:00")));
        assertEquals(Opening.CLOSED, day.at(at("2026-11-24T00:00:00-05:00")));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-02T12:00:00-05:00,OPEN", "2026-11-09T12:00:00-05:00,CLOSED",
            "2026-11-16T12:00:00-05:00,OPEN", "2026-10-19T12:00:00-04:00,CLOSED"})
    void everySecondWeekCountsFromTheFirstDay(String moment, Opening expected) {
        assertEquals(expected, hours("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", LocalDate.of(2026, 11, 2), "09:00", "17:00")
                .at(at(moment)));
    }

    @Test
    void everySecondWeekFromNobodyKnowsWhenIsUnknown() {
        assertEquals(Opening.UNKNOWN, hours("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", null, "09:00", "17:00")
                .at(at("2026-11-23T12:00:00-05:00")));
    }

    @ParameterizedTest
    @CsvSource({"FREQ=MONTHLY;BYDAY=4MO,OPEN", "FREQ=MONTHLY;BYDAY=-1MO,CLOSED", "FREQ=MONTHLY;BYMONTHDAY=23,OPEN",
            "FREQ=WEEKLY;UNTIL=20261120;BYDAY=MO,CLOSED", "FREQ=SOMETIMES,UNKNOWN", "FREQ=MONTHLY;BYDAY=6MO,UNKNOWN",
            "FREQ=WEEKLY;BYDAY=XX,UNKNOWN", "FREQ=WEEKLY,UNKNOWN", "FREQ=MONTHLY,UNKNOWN"})
    void otherRules(String rule, Opening expected) {
        assertEquals(expected, hours(rule, null, "09:00", "17:00").at(at("2026-11-23T12:00:00-05:00")));
    }

    @Test
    void outsideItsSeasonItIsClosed() {
        Hours.Span time = hours("FREQ=DAILY", null, "09:00", "17:00").time();
        Hours winter = new Hours("FREQ=DAILY", null, LocalDate.of(2026, 12, 1), LocalDate.of(2027, 2, 28), time, false,
                null);
        assertEquals(Opening.CLOSED, winter.at(at("2026-11-30T12:00:00-05:00")));
        assertEquals(Opening.OPEN, winter.at(at("2026-12-01T12:00:00-05:00")));
        assertEquals(Opening.CLOSED, winter.at(at("2027-03-01T12:00:00-05:00")));
    }

    @Test
    void oneLineThatCannotBeMadeOutLeavesItOpen() {
        Instant noon = at("2026-11-24T12:00:00-05:00");
        Hours monday = hours("FREQ=WEEKLY;BYDAY=MO", null, "09:00", "17:00");
        Hours unreadable = new Hours("FREQ=WEEKLY;BYDAY=TU", null, null, null, null, false, null);
        assertEquals(Opening.CLOSED, OpeningService.byLines(List.of(monday), noon));
        assertEquals(Opening.UNKNOWN, OpeningService.byLines(List.of(monday, unreadable), noon));
        assertEquals(Opening.UNKNOWN, OpeningService.byLines(List.of(), noon));
    }

    @Test
    void aRuleWithoutDaysHasThemFromItsFirstDay() {
        Instant noon = at("2026-11-23T12:00:00-05:00");
        assertEquals(Opening.OPEN, hours("FREQ=WEEKLY", LocalDate.of(2026, 11, 2), "09:00", "17:00").at(noon));
        assertEquals(Opening.CLOSED, hours("FREQ=WEEKLY", LocalDate.of(2026, 11, 3), "09:00", "17:00").at(noon));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T12:00:00-05:00,OPEN", "2026-11-25T23:59:00-05:00,CLOSED",
            "2026-11-26T12:00:00-05:00,CLOSED", "2026-11-27T16:59:00-05:00,CLOSED", "2026-11-28T12:00:00-05:00,OPEN",
            "2026-11-28T18:00:00-05:00,CLOSED"})
    void aDayToldAsClosedIsClosedWhateverOtherLinesSay(String moment, Opening expected) {
        Hours daily = hours("FREQ=DAILY", null, "09:00", "17:00");
        Hours holiday = Hours.closed(LocalDate.of(2026, 11, 26), LocalDate.of(2026, 11, 27), NEW_YORK, null);
        assertEquals(expected, OpeningService.byLines(List.of(daily, holiday), at(moment)));
    }

    @Test
    void aClosedPlaceClosesItself() {
        Instant noon = at("2026-11-26T12:00:00-05:00");
        UUID here = UUID.randomUUID();
        LocalDate day = LocalDate.of(2026, 11, 26);
        Hours closedHere = Hours.closed(day, day, NEW_YORK, here);
        Hours openHere = hoursAt(here, "FREQ=DAILY", null, "09:00", "17:00");
        Hours openThere = hoursAt(UUID.randomUUID(), "FREQ=DAILY", null, "09:00", "17:00");
        Hours openSomewhere = hours("FREQ=DAILY", null, "09:00", "17:00");
        assertEquals(Opening.CLOSED, OpeningService.byLines(List.of(openHere, closedHere), noon));
        assertEquals(Opening.OPEN, OpeningService.byLines(List.of(openHere, closedHere, openThere), noon));
        assertEquals(Opening.UNKNOWN, OpeningService.byLines(List.of(openSomewhere, closedHere), noon));
    }

    @Test
    void aLineWithoutARuleSaysNothingOfDaysOnWhichItIsNotValid() {
        Hours monday = hours("FREQ=WEEKLY;BYDAY=MO", null, "09:00", "17:00");
        Hours lastYears = new Hours(null, null, LocalDate.of(2025, 12, 24), LocalDate.of(2025, 12, 31), null, false,
                null);
        assertEquals(Opening.CLOSED,
                OpeningService.byLines(List.of(monday, lastYears), at("2026-11-24T12:00:00-05:00")));
        assertEquals(Opening.UNKNOWN,
                OpeningService.byLines(List.of(monday, lastYears), at("2025-12-30T12:00:00-05:00")));
        assertEquals(Opening.UNKNOWN, OpeningService.byLines(List.of(lastYears), at("2026-11-24T12:00:00-05:00")));
    }

    @Test
    void aClosureOfOneDayIsOverTheDayAfterAndOneWithoutDaysClosesNone() {
        Hours daily = hours("FREQ=DAILY", null, "09:00", "17:00");
        Hours oneDay = Hours.closed(LocalDate.of(2026, 11, 23), null, NEW_YORK, null);
        Hours sometime = Hours.closed(null, null, NEW_YORK, null);
        Instant monday = at("2026-11-23T12:00:00-05:00");
        Instant tuesday = at("2026-11-24T12:00:00-05:00");
        assertEquals(Opening.CLOSED, OpeningService.byLines(List.of(daily, oneDay), monday));
        assertEquals(Opening.OPEN, OpeningService.byLines(List.of(daily, oneDay), tuesday));
        assertEquals(Opening.OPEN, OpeningService.byLines(List.of(daily, sometime), monday));
    }

    @Test
    void timesAreReadAsTheyAreWritten() {
        assertEquals(ZoneOffset.ofHours(-5), TimeOfDay.of("09:00-0500").orElseThrow().zone());
        assertEquals(ZoneOffset.ofHours(-5), TimeOfDay.of("09:00-05:00").orElseThrow().zone());
        assertEquals(ZoneOffset.UTC, TimeOfDay.of("9:00Z").orElseThrow().zone());
        assertEquals(Optional.empty(), TimeOfDay.of("noon"));
        assertEquals(Optional.empty(), TimeOfDay.of("25:00"));
        assertEquals(Optional.empty(), TimeOfDay.of(null));
    }

    private static Hours hours(String rule, LocalDate first, String opens, String closes) {
        return hoursAt(null, rule, first, opens, closes);
    }

    private static Hours hoursAt(UUID place, String rule, LocalDate first, String opens, String closes) {
        return new Hours(rule, first, null, null, new Hours.Span(TimeOfDay.of(opens).orElseThrow().time(),
                TimeOfDay.of(closes).orElseThrow().time(), NEW_YORK), false, place);
    }

    private static Instant at(String moment) {
        return OffsetDateTime.parse(moment).toInstant();
    }
}
