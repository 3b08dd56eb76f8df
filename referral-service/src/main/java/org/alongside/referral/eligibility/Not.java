package org.alongside.referral.eligibility;

import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.alongside.referral.eligibility.api.Check;

/** Whoever the rule is not for. */
public record Not(@NotNull @Valid Rule of) implements Rule {

    @Override
    public Answer answer(Circumstances circumstances) {
        return of.answer(circumstances).not();
    }

    @Override
    public Stream<Check> checks(Circumstances circumstances) {
        return of.checks(circumstances).map(check -> new Check(check.rule(), check.answer().not(), check.asks(),
                "Not: " + check.words()));
    }
}
