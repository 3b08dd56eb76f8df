package org.alongside.referral.eligibility;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.alongside.referral.eligibility.api.Facts;

/**
 * How little the household earns.
 *
 * @param percent the most, in percent of the line for the size of the household
 * @param line    name of a poverty line
 */
public record IncomeRule(@NotNull @Min(1) @Max(1000) Integer percent,
        @NotNull @Pattern(regexp = Facts.NAME) @Size(max = 60) String line) implements SingleRule {

    @Override
    public Answer answer(Circumstances circumstances) {
        BigDecimal income = circumstances.facts().yearlyIncome();
        return income == null
                ? Answer.UNKNOWN
                : most(circumstances).map(most -> Answer.of(income.compareTo(most) <= 0)).orElse(Answer.UNKNOWN);
    }

    @Override
    public String kind() {
        return "income";
    }

    @Override
    public String asks(Circumstances circumstances) {
        if (!circumstances.lines().knows(line)) {
            return null;
        }
        return circumstances.facts().yearlyIncome() == null ? "/facts/yearlyIncome" : "/facts/householdSize";
    }

    @Override
    public String words(Circumstances circumstances) {
        String limit = "Income up to " + percent + " % of the poverty line " + line;
        if (!circumstances.lines().knows(line)) {
            return limit + ", which is not known here.";
        }
        return limit + most(circumstances)
                .map(most -> ", " + most.setScale(0, RoundingMode.DOWN).toPlainString() + " a year for this household")
                .orElse("") + ".";
    }

    private Optional<BigDecimal> most(Circumstances circumstances) {
        return circumstances.povertyLine(line)
                .map(amount -> amount.multiply(BigDecimal.valueOf(percent)).movePointLeft(2));
    }
}
