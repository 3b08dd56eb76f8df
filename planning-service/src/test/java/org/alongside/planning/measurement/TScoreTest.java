package org.alongside.planning.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;

import org.alongside.planning.measurement.TScore.Scaled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TScoreTest {

    /** One goal counts by its level alone: ten points each, whatever its weight. */
    @ParameterizedTest
    @CsvSource({"-2,30.0", "-1,40.0", "0,50.0", "1,60.0", "2,70.0"})
    void oneGoal(int level, BigDecimal score) {
        assertEquals(score, TScore.of(List.of(new Scaled(level, 1))));
        assertEquals(score, TScore.of(List.of(new Scaled(level, 10))));
    }

    /** Computed by hand: Σwx = 2·1 + 1·(−1) + 1·2 = 3, Σw² = 6, (Σw)² = 16, √(0.7·6 + 0.3·16) = 3. */
    @Test
    void severalGoalsByTheirWeights() {
        assertEquals(new BigDecimal("60.0"),
                TScore.of(List.of(new Scaled(1, 2), new Scaled(-1, 1), new Scaled(2, 1))));
    }

    /** Three goals of equal weight, all at +2: 50 + 10·6 / √(0.7·3 + 0.3·9) = 50 + 60/2.1909 = 77.4. */
    @Test
    void goalsReachedTogetherSayMoreThanOne() {
        assertEquals(new BigDecimal("77.4"),
                TScore.of(List.of(new Scaled(2, 1), new Scaled(2, 1), new Scaled(2, 1))));
    }
}
