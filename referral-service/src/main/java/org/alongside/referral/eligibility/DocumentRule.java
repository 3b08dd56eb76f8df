package org.alongside.referral.eligibility;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.alongside.referral.eligibility.api.Facts;

/**
 * What the person can show.
 *
 * @param name what the person must have, in kebab case, for example {@code photo-id}
 */
public record DocumentRule(@NotNull @Pattern(regexp = Facts.NAME) @Size(max = 60) String name) implements SingleRule {

    @Override
    public Answer answer(Circumstances circumstances) {
        Boolean told = circumstances.facts().documents().get(name);
        return told == null ? Answer.UNKNOWN : Answer.of(told);
    }

    @Override
    public String kind() {
        return "document";
    }

    @Override
    public String asks(Circumstances circumstances) {
        return "/facts/documents/" + name;
    }

    @Override
    public String words(Circumstances circumstances) {
        return "Has the document: " + name + ".";
    }
}
