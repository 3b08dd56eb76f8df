package org.alongside.kit.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.junit.jupiter.api.Test;

class SystemClockTest {

    @Test
    void itTellsNothingFinerThanTheDatabaseKeeps() {
        Clock clock = new SystemClock().clock();
        for (int i = 0; i < 100; i++) {
            Instant now = clock.instant();
            assertEquals(now.truncatedTo(ChronoUnit.MICROS), now);
        }
    }
}
