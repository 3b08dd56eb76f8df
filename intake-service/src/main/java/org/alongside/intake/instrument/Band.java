package org.alongside.intake.instrument;

import java.math.BigDecimal;

/**
 * Between which values a score means the same.
 *
 * @param from included; null for any
 * @param to   included; null for any
 * @param rule the need that it proposes; null for none
 */
public record Band(String code, Wording label, BigDecimal from, BigDecimal to, NeedRule rule) {

    boolean holds(BigDecimal value) {
        return (from == null || value.compareTo(from) >= 0) && (to == null || value.compareTo(to) <= 0);
    }

    boolean isBefore(Band other) {
        return to != null && other.from != null && to.compareTo(other.from) < 0;
    }
}
