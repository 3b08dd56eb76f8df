package org.alongside.planning.measurement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The T-score of Goal Attainment Scaling: {@code 50 + 10 Σwx / √((1 − ρ) Σw² + ρ (Σw)²)}, with the level x and the weight w of each goal
 * and the intercorrelation ρ taken as 0.3. Kiresuk and Sherman, "Goal attainment scaling: a general method for evaluating comprehensive
 * community mental health programs", Community Mental Health Journal 4(6), 1968, 443–453, formula of the appendix.
 */
final class TScore {

    private static final double MEAN = 50;
    private static final double DEVIATION = 10;
    private static final double INTERCORRELATION = 0.3;

    private TScore() {}

    /** @param level −2 to +2 */
    record Scaled(int level, int weight) {}

    /**
     * @param goals at least one, with weights above 0
     * @return with one decimal
     */
    static BigDecimal of(List<Scaled> goals) {
        double attained = goals.stream().mapToDouble(goal -> goal.weight() * goal.level()).sum();
        double weights = goals.stream().mapToDouble(Scaled::weight).sum();
        double squares = goals.stream().mapToDouble(goal -> goal.weight() * goal.weight()).sum();
        double spread = Math.sqrt((1 - INTERCORRELATION) * squares + INTERCORRELATION * weights * weights);
        return BigDecimal.valueOf(MEAN + DEVIATION * attained / spread).setScale(1, RoundingMode.HALF_UP);
    }
}
