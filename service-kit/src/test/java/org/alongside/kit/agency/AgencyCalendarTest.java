package org.alongside.kit.agency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

import org.alongside.kit.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgencyCalendarTest {

    private static final UUID THERE = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID ELSEWHERE = UUID.fromString("00000000-0000-4000-8000-000000000002");

    /** Midnight of each zone, both turns of the clocks, a leap day, and the day that Samoa left out. */
    @ParameterizedTest
    @CsvSource({
            "2026-11-23T04:59:59Z, America/New_York, 2026-11-22", "2026-11-23T05:00:00Z, America/New_York, 2026-11-23",
            "2026-11-22T12:00:00Z, Pacific/Auckland, 2026-11-23",
            "2026-03-08T04:59:59Z, America/New_York, 2026-03-07", "2026-03-09T03:59:59Z, America/New_York, 2026-03-08",
            "2026-03-09T04:00:00Z, America/New_York, 2026-03-09", "2026-11-02T04:59:59Z, America/New_York, 2026-11-01",
            "2026-11-02T05:00:00Z, America/New_York, 2026-11-02",
            "2028-02-29T04:00:00Z, America/Los_Angeles, 2028-02-28",
            "2028-03-01T07:59:59Z, America/Los_Angeles, 2028-02-29", "2011-12-30T09:59:59Z, Pacific/Apia, 2011-12-29",
            "2011-12-30T10:00:00Z, Pacific/Apia, 2011-12-31"})
    void theDayIsThatOfTheAgency(Instant now, ZoneId zone, LocalDate today) {
        assertEquals(today, at(now, zone).today(THERE));
        assertEquals(LocalDate.ofInstant(now, ZoneOffset.UTC), at(now, zone).today(ELSEWHERE));
    }

    @Test
    void whatIsRecordedIsOfTodayOrBefore() {
        AgencyCalendar calendar = at(Instant.parse("2026-11-23T04:00:00Z"), ZoneId.of("America/New_York"));
        LocalDate today = LocalDate.of(2026, 11, 22);
        assertEquals(today, calendar.dayOf(THERE, null, "/on"));
        assertEquals(today, calendar.dayOf(THERE, today, "/on"));
        assertEquals(LocalDate.of(2024, 2, 29), calendar.dayOf(THERE, LocalDate.of(2024, 2, 29), "/on"));
        assertThrows(Problem.class, () -> calendar.dayOf(THERE, today.plusDays(1), "/on"));
        assertEquals(today.plusDays(1), calendar.dayOf(ELSEWHERE, today.plusDays(1), "/on"));
    }

    private static AgencyCalendar at(Instant now, ZoneId zone) {
        AgencyConfig config = new AgencyConfig() {
            @Override
            public Map<UUID, String> names() {
                return Map.of();
            }

            @Override
            public ZoneId zone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Map<UUID, ZoneId> zones() {
                return Map.of(THERE, zone);
            }
        };
        return new AgencyCalendar(new AgencyDirectory(config), Clock.fixed(now, ZoneOffset.UTC));
    }
}
