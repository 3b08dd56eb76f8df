package org.alongside.intake.instrument;

import java.util.Set;
import java.util.function.IntPredicate;

import org.alongside.kit.code.Coded;

/**
 * How a condition compares what was answered. A question that is hidden or left open has no answer.
 *
 * @see <a href="http://hl7.org/fhir/R4/valueset-questionnaire-enable-operator.html">FHIR R4, Questionnaire item operator</a>
 */
enum Operator implements Coded {

    /** Whether there is an answer is as the condition says. */
    EXISTS("exists", true) {
        @Override
        boolean met(Set<Object> given, Object answer) {
            return given.isEmpty() != (Boolean) answer;
        }
    },
    EQUAL("=", true) {
        @Override
        boolean met(Set<Object> given, Object answer) {
            return given.stream().anyMatch(value -> compare(value, answer) == 0);
        }
    },
    /** No answer is equal; so it is met where there is none, too. */
    NOT_EQUAL("!=", true) {
        @Override
        boolean met(Set<Object> given, Object answer) {
            return given.stream().noneMatch(value -> compare(value, answer) == 0);
        }
    },
    GREATER(">", false) {
        @Override
        boolean met(Set<Object> given, Object answer) {
            return any(given, answer, order -> order > 0);
        }
    },
    LESS("<", false) {
        @Override
        boolean met(Set<Object> given, Object answer) {
            return any(given, answer, order -> order < 0);
        }
    },
    AT_LEAST(">=", false) {
        @Override
        boolean met(Set<Object> given, Object answer) {
            return any(given, answer, order -> order >= 0);
        }
    },
    AT_MOST("<=", false) {
        @Override
        boolean met(Set<Object> given, Object answer) {
            return any(given, answer, order -> order <= 0);
        }
    };

    private final String sign;
    private final boolean forAll;

    Operator(String sign, boolean forAll) {
        this.sign = sign;
        this.forAll = forAll;
    }

    /**
     * @param given  answers of the type of the question
     * @param answer of the condition, of the same type; of {@link #EXISTS} a {@link Boolean}
     */
    abstract boolean met(Set<Object> given, Object answer);

    /** Options and words have no order. */
    boolean canCompare(QuestionType type) {
        return forAll || type.isOrdered();
    }

    @Override
    public String code() {
        return sign;
    }

    private static boolean any(Set<Object> given, Object answer, IntPredicate wanted) {
        return given.stream().anyMatch(value -> wanted.test(compare(value, answer)));
    }

    /** 2 and 2.0 are the same number. */
    @SuppressWarnings("unchecked")
    private static int compare(Object value, Object answer) {
        return ((Comparable<Object>) value).compareTo(answer);
    }
}
