package org.alongside.referral.eligibility;

import java.math.BigDecimal;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * How many live together.
 *
 * @param from persons; null for no limit
 * @param to   persons; null for no limit
 */
public record HouseholdRule(@Min(1) @Max(50) BigDecimal from, @Min(1) @Max(50) BigDecimal to) implements SingleRule {

    @AssertTrue(message = "needs from or to, and from not above to")
    @JsonIgnore
    public boolean isRange() {
        return range().isOne();
    }

    @Override
    public Answer answer(Circumstances circumstances) {
        return range().holds(circumstances.facts().householdSize());
    }

    @Override
    public String kind() {
        return "household";
    }

    @Override
    public String asks(Circumstances circumstances) {
        return "/facts/householdSize";
    }

    @Override
    public String words(Circumstances circumstances) {
        return "A household of " + range().words() + " persons.";
    }

    private Range range() {
        return new Range(from, to);
    }
}
