package org.alongside.referral.eligibility;

import java.math.BigDecimal;

/**
 * Limits, both included.
 *
 * @param from null for none
 * @param to   null for none
 */
record Range(BigDecimal from, BigDecimal to) {

    boolean isOne() {
        return from == null ? to != null : to == null || from.compareTo(to) <= 0;
    }

    /** @param value null while it is not known */
    Answer holds(Integer value) {
        if (value == null) {
            return Answer.UNKNOWN;
        }
        BigDecimal number = BigDecimal.valueOf(value);
        return Answer.of((from == null || number.compareTo(from) >= 0) && (to == null || number.compareTo(to) <= 0));
    }

    /**
     * Of something that goes on after the last whole number, as an age does after the birthday: open while a limit lies before the
     * next.
     *
     * @param value null while it is not known
     */
    Answer holdsSince(Integer value) {
        if (value == null) {
            return Answer.UNKNOWN;
        }
        Answer lower = liesAfter(value, from) ? Answer.UNKNOWN : new Range(from, null).holds(value);
        Answer upper = liesAfter(value, to) ? Answer.UNKNOWN : new Range(null, to).holds(value);
        return lower.and(upper);
    }

    private static boolean liesAfter(int value, BigDecimal limit) {
        return limit != null && limit.compareTo(BigDecimal.valueOf(value)) > 0
                && limit.compareTo(BigDecimal.valueOf(value + 1L)) < 0;
    }

    String words() {
        if (to == null) {
            return "from " + from.toPlainString();
        }
        return from == null ? "up to " + to.toPlainString() : from.toPlainString() + " to " + to.toPlainString();
    }
}
