package org.alongside.intake.client.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PossibleBirthTest {

    /** In the Line Islands it is the second of March already. */
    private final PossibleBirth.Check check = new PossibleBirth.Check(
            Clock.fixed(Instant.parse("2024-03-01T10:30:00Z"), ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({"2024-02-29,EXACT", "2024-03-02,EXACT", "1894-03-02,EXACT", "2024,YEAR", "1894,YEAR", "2024,ESTIMATED",
            "1894-03-02,ESTIMATED", "1940-01-01,ESTIMATED"})
    void takesWhoeverMayBeAlive(String value, DateOfBirth.Precision precision) {
        assertEquals(Optional.empty(), check.fault(new DateOfBirth(value, precision)));
    }

    @ParameterizedTest
    @CsvSource({"2024-03-03,EXACT", "2999-01-01,EXACT", "2024-03-03,ESTIMATED", "2025,YEAR", "2025,ESTIMATED"})
    void nobodyIsBornYet(String value, DateOfBirth.Precision precision) {
        assertEquals(Optional.of(PossibleBirth.IN_THE_FUTURE), check.fault(new DateOfBirth(value, precision)));
    }

    @ParameterizedTest
    @CsvSource({"1894-03-01,EXACT", "0001-01-01,EXACT", "1893,YEAR", "0000,YEAR", "1893,ESTIMATED",
            "1894-03-01,ESTIMATED"})
    void nobodyIsOlderThanAnybodyKnown(String value, DateOfBirth.Precision precision) {
        assertEquals(Optional.of(PossibleBirth.TOO_LONG_AGO), check.fault(new DateOfBirth(value, precision)));
    }

    @ParameterizedTest
    @CsvSource({"1984,EXACT", "1984-03-17,YEAR", "1985-02-29,EXACT", "1985-02-29,ESTIMATED", "1984-13-01,EXACT"})
    void nobodyIsBornOnADayThatIsNone(String value, DateOfBirth.Precision precision) {
        assertEquals(Optional.of(PossibleBirth.NO_DATE), check.fault(new DateOfBirth(value, precision)));
    }
}
