package org.alongside.referral.eligibility;

import java.util.List;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.alongside.referral.eligibility.api.Check;

/** Every one of them. */
public record AllOf(@NotEmpty @Size(max = 50) List<@NotNull @Valid Rule> of) implements Rule {

    @Override
    public Answer answer(Circumstances circumstances) {
        return of.stream().map(rule -> rule.answer(circumstances)).reduce(Answer.YES, Answer::and);
    }

    @Override
    public Stream<Check> checks(Circumstances circumstances) {
        return of.stream().flatMap(rule -> rule.checks(circumstances));
    }
}
