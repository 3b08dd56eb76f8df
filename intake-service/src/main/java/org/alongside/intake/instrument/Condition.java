package org.alongside.intake.instrument;

import java.util.Set;
import java.util.function.Function;

/**
 * A condition on the answers to another question.
 *
 * @param linkId of the question
 * @param answer as {@link QuestionType} has it; of {@link Operator#EXISTS} a {@link Boolean}
 */
record Condition(String linkId, Operator operator, Object answer) {

    /** @param given the answers that count, by {@code linkId} */
    boolean met(Function<String, Set<Object>> given) {
        return operator.met(given.apply(linkId), answer);
    }
}
