package org.alongside.referral.eligibility;

import java.util.Set;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Where the person lives.
 *
 * @param postalCodes any one of them
 */
public record AreaRule(
        @NotEmpty @Size(max = 2000) Set<@NotNull @Pattern(regexp = "\\d{5}") String> postalCodes)
        implements
            SingleRule {

    @Override
    public Answer answer(Circumstances circumstances) {
        return circumstances.postalCode() == null
                ? Answer.UNKNOWN
                : Answer.of(postalCodes.contains(circumstances.postalCode()));
    }

    @Override
    public String kind() {
        return "area";
    }

    @Override
    public String asks(Circumstances circumstances) {
        return "/areaPostalCode";
    }

    @Override
    public String words(Circumstances circumstances) {
        return "Lives in one of its postal codes.";
    }
}
