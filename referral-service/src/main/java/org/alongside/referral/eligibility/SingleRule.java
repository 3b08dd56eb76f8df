package org.alongside.referral.eligibility;

import java.util.stream.Stream;

import org.alongside.referral.eligibility.api.Check;

/** A rule about one fact. */
public sealed interface SingleRule extends Rule
        permits AgeRule, HouseholdRule, IncomeRule, AreaRule, StatusRule, DocumentRule {

    /** Its kind, as in the JSON member {@code rule}. */
    String kind();

    /**
     * The fact it needs, as a JSON Pointer (RFC 6901) into a question for matches; null when it is open and no fact that can be
     * told would settle it.
     */
    String asks(Circumstances circumstances);

    /** Itself as a sentence in English. */
    String words(Circumstances circumstances);

    @Override
    default Stream<Check> checks(Circumstances circumstances) {
        Answer answer = answer(circumstances);
        return Stream.of(new Check(kind(), answer, answer == Answer.UNKNOWN ? asks(circumstances) : null,
                words(circumstances)));
    }
}
