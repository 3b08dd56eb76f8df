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

    String words() {
        if (to == null) {
            return "from " + from.toPlainString();
        }
        return from == null ? "up to " + to.toPlainString() : from.toPlainString() + " to " + to.toPlainString();
    }
}
