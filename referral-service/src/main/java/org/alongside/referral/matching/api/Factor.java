package org.alongside.referral.matching.api;

/**
 * One reason for a match and its place.
 *
 * @param factor {@code eligibility}, {@code capacity}, {@code area}, {@code distance}, {@code opening}, {@code language}, {@code text},
 *               {@code suite}, {@code response}, {@code record}, {@code preference} or {@code verification}, which tells and
 *               gives no points
 * @param code   what was found
 * @param points what it gives to the score
 * @param of     the most it could give; 0 for a factor of which nothing is known and that leaves the score as it is
 * @param words  the same as a sentence in English
 */
public record Factor(String factor, String code, int points, int of, String words) {}
