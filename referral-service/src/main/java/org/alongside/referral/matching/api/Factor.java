package org.alongside.referral.matching.api;

/**
 * One reason for a match and its place.
 *
 * @param factor {@code category}, {@code area}, {@code age}, {@code suite}, {@code capacity} or {@code response}, in the order of
 *               their weight
 * @param code   what was found; for {@code age}: {@code yes} or {@code unknown}
 * @param words  the same as a sentence in English
 */
public record Factor(String factor, String code, String words) {}
