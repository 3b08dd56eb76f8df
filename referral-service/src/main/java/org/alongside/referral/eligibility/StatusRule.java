package org.alongside.referral.eligibility;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.alongside.referral.eligibility.api.Facts;

/**
 * What applies to the person.
 *
 * @param name what must apply, in kebab case, for example {@code veteran}
 */
public record StatusRule(@NotNull @Pattern(regexp = Facts.NAME) @Size(max = 60) String name) implements SingleRule {

    @Override
    public Answer answer(Circumstances circumstances) {
        Boolean told = circumstances.facts().statuses().get(name);
        return told == null ? Answer.UNKNOWN : Answer.of(told);
    }

    @Override
    public String kind() {
        return "status";
    }

    @Override
    public String asks(Circumstances circumstances) {
        return "/facts/statuses/" + name;
    }

    @Override
    public String words(Circumstances circumstances) {
        return "Applies: " + name + ".";
    }
}
