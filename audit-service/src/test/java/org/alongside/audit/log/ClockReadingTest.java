package org.alongside.audit.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;

import org.alongside.audit.log.api.SealingState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which clocks are believed. Three clocks cannot be set in a test of the whole: that entries wait is in {@code RetentionTest}. */
class ClockReadingTest {

    private static final Instant LAST = Instant.parse("2026-11-23T08:00:00Z");

    @ParameterizedTest
    @CsvSource({"PT1S, PT1S, IN_TIME", "PT1S, PT60S, IN_TIME", "PT1S, PT62S, CLOCKS_APART",
            "PT62S, PT1S, CLOCKS_APART", "P31D, P31D, IN_TIME", "P31DT1S, P31DT1S, SILENT",
            "P3653D, P3653D, SILENT", "-PT60S, -PT60S, IN_TIME", "-PT61S, -PT61S, AHEAD", "-P3653D, -P3653D, AHEAD",
            "P3653D, PT1S, CLOCKS_APART", "PT1S, -P3653D, CLOCKS_APART"})
    void aClockThatIsFarFromTheOthersIsNotBelieved(Duration here, Duration database, SealingState state) {
        assertEquals(state,
                new ClockReading(LAST, LAST.plus(here), LAST.plus(database)).state(Duration.ofDays(31)));
    }

    @Test
    void theFirstEntryOfALogIsSealedAtAnyTime() {
        assertEquals(SealingState.IN_TIME,
                new ClockReading(Instant.EPOCH, LAST, LAST).state(Duration.ofDays(31)));
    }

    @ParameterizedTest
    @CsvSource({"PT0.0000015S, PT0.000001S", "-PT5S, PT0S"})
    void theTimeOfSealingHasMicrosecondsAndNeverGoesBack(Duration here, Duration sealed) {
        assertEquals(LAST.plus(sealed), new ClockReading(LAST, LAST.plus(here), LAST).sealingTime());
    }
}
