package org.alongside.intake.client.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** New York puts its clocks forward on 2026-03-08 (a Sunday) from 02:00 to 03:00, and back on 2026-11-01 from 02:00 to 01:00. */
class SafeTimeTest {

    private static final Set<Weekday> EVERY_DAY = EnumSet.allOf(Weekday.class);

    @ParameterizedTest
    @CsvSource({"2026-03-07T13:59:59Z,false", "2026-03-07T14:00:00Z,true", "2026-03-07T16:59:59Z,true",
            "2026-03-07T17:00:00Z,false",
            // an hour earlier by UTC once summer time has begun
            "2026-03-08T12:59:59Z,false", "2026-03-08T13:00:00Z,true", "2026-03-08T15:59:59Z,true",
            "2026-03-08T16:00:00Z,false"})
    void summerTimeMovesTheHours(Instant moment, boolean safe) {
        assertEquals(safe, between("09:00", "12:00", EVERY_DAY).holdsAt(moment));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-08T06:59:00Z,false", "2026-03-08T07:00:00Z,true", "2026-03-08T07:29:00Z,true",
            "2026-03-08T07:30:00Z,false"})
    void whereClocksLeapTheHoursThatThereAreCount(Instant moment, boolean safe) {
        assertEquals(safe, between("02:30", "03:30", EVERY_DAY).holdsAt(moment));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-01T05:29:00Z,false", "2026-11-01T05:30:00Z,true", "2026-11-01T05:59:00Z,true",
            "2026-11-01T06:00:00Z,false", "2026-11-01T06:30:00Z,true", "2026-11-01T07:00:00Z,false"})
    void anHourThatComesTwiceIsWhatTheClockShowsBothTimes(Instant moment, boolean safe) {
        assertEquals(safe, between("01:30", "02:00", EVERY_DAY).holdsAt(moment));
    }

    @ParameterizedTest
    @CsvSource({"2026-06-05T01:59:00Z,false", "2026-06-06T01:59:00Z,false", "2026-06-06T02:00:00Z,true",
            "2026-06-06T05:59:00Z,true", "2026-06-06T06:00:00Z,false", "2026-06-07T02:30:00Z,false",
            "2026-06-07T04:30:00Z,false"})
    void aNightBelongsToTheDayOnWhichItBegins(Instant moment, boolean safe) {
        assertEquals(safe, between("22:00", "02:00", EnumSet.of(Weekday.FRIDAY)).holdsAt(moment));
    }

    @ParameterizedTest
    @CsvSource({"2026-06-06T04:00:00Z,true", "2026-06-07T03:59:59Z,true", "2026-06-06T03:59:59Z,false",
            "2026-06-07T04:00:00Z,false"})
    void theDayIsTheOneOfTheZoneAndEqualTimesAreAllOfIt(Instant moment, boolean safe) {
        assertEquals(safe, between("00:00", "00:00", EnumSet.of(Weekday.SATURDAY)).holdsAt(moment));
    }

    private static SafeTime between(String from, String to, Set<Weekday> days) {
        return new SafeTime(days, LocalTime.parse(from), LocalTime.parse(to), "America/New_York");
    }
}
