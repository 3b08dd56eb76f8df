package org.alongside.referral.eligibility;

import java.math.BigDecimal;
import java.util.Optional;

import org.alongside.referral.eligibility.api.Facts;
import org.alongside.referral.povertyline.InForce;

/**
 * What the rules of a service are held against.
 *
 * @param postalCode of the area where the person lives; null when not told
 * @param lines      the poverty lines in force
 */
public record Circumstances(Facts facts, String postalCode, InForce lines) {

    /** The yearly income that is a hundred percent of a line for this household; empty when its size is not told. */
    Optional<BigDecimal> povertyLine(String line) {
        return Optional.ofNullable(facts.householdSize()).flatMap(size -> lines.amount(line, size));
    }
}
