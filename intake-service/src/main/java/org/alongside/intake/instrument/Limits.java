package org.alongside.intake.instrument;

import java.util.Set;

/**
 * Between which values an answer lies.
 *
 * @param least as {@link QuestionType} has it; null for no limit
 * @param most  likewise
 */
record Limits(Object least, Object most) {

    static final Limits NONE = new Limits(null, null);

    boolean allow(Object answer) {
        return (least == null || Operator.AT_MOST.met(Set.of(least), answer))
                && (most == null || Operator.AT_LEAST.met(Set.of(most), answer));
    }

    boolean areEmpty() {
        return least != null && most != null && !allow(least);
    }

    @Override
    public String toString() {
        return (least == null ? "" : "at least " + least) + (least == null || most == null ? "" : " and ")
                + (most == null ? "" : "at most " + most);
    }
}
