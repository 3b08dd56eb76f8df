package org.alongside.referral.eligibility;

import java.math.BigDecimal;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * How old the person is.
 *
 * @param from years; null for no limit
 * @param to   years, until the birthday after it; null for no limit
 */
public record AgeRule(@Min(0) @Max(130) BigDecimal from, @Min(0) @Max(130) BigDecimal to) implements SingleRule {

    @AssertTrue(message = "needs from or to, and from not above to")
    @JsonIgnore
    public boolean isRange() {
        return range().isOne();
    }

    @Override
    public Answer answer(Circumstances circumstances) {
        return range().holdsSince(circumstances.facts().age());
    }

    @Override
    public String kind() {
        return "age";
    }

    @Override
    public String asks(Circumstances circumstances) {
        return circumstances.facts().age() == null ? "/facts/age" : null;
    }

    @Override
    public String words(Circumstances circumstances) {
        return "Age " + range().words() + " years.";
    }

    private Range range() {
        return new Range(from, to);
    }
}
