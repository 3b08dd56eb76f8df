package org.alongside.referral.povertyline;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.alongside.referral.povertyline.api.PovertyLineContent;

/**
 * The poverty lines of one day.
 *
 * @param lines by name
 */
public record InForce(Map<String, PovertyLineContent> lines) {

    public boolean knows(String line) {
        return lines.containsKey(line);
    }

    /**
     * @param householdSize persons, from 1
     * @return the amount a year; empty when there is no such line
     */
    public Optional<BigDecimal> amount(String line, int householdSize) {
        return Optional.ofNullable(lines.get(line)).map(content -> amount(content, householdSize));
    }

    private static BigDecimal amount(PovertyLineContent line, int householdSize) {
        List<BigDecimal> amounts = line.amounts();
        int further = Math.max(0, householdSize - amounts.size());
        return amounts.get(householdSize - further - 1)
                .add(line.eachFurther().multiply(BigDecimal.valueOf(further)));
    }
}
