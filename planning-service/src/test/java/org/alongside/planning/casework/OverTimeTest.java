package org.alongside.planning.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last agreed day is still within the agreed time, at the end of months and in leap years too. */
class OverTimeTest {

    private final Case agreed = new Case(UUID.randomUUID(), new IntakeOpened.Intake(UUID.randomUUID(),
            UUID.randomUUID(), UUID.randomUUID(), "worker", null), Instant.EPOCH);

    @ParameterizedTest
    @CsvSource({"2026-06-30, 2026-06-30, false", "2026-06-30, 2026-07-01, true", "2028-02-28, 2028-02-29, true",
            "2028-02-29, 2028-02-29, false", "2028-02-29, 2028-03-01, true", "2026-12-31, 2027-01-01, true",
            "2026-02-28, 2026-03-01, true"})
    void fromTheDayAfterThePlannedEnd(LocalDate plannedEnd, LocalDate today, boolean over) {
        assertFalse(agreed.isOverTime(today));
        agreed.agreeUntil(plannedEnd);
        assertEquals(over, agreed.isOverTime(today));
    }

    @Test
    void aClosedCaseIsNotOverTimeAndAReopenedOneBeginsAnew() {
        agreed.agreeUntil(LocalDate.of(2026, 1, 31));
        assertTrue(agreed.agreeUntil(LocalDate.of(2026, 2, 28)));
        agreed.close();
        assertFalse(agreed.isOverTime(LocalDate.of(2026, 3, 1)));
        agreed.reopen();
        assertEquals(0, agreed.extensions());
        assertFalse(agreed.agreeUntil(LocalDate.of(2026, 12, 31)));
    }
}
