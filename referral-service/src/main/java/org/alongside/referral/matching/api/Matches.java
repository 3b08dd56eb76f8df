package org.alongside.referral.matching.api;

import java.util.List;

/**
 * Services that may help, the best first. The order follows from the directory alone: the same question, the same answer.
 *
 * @param found how many there are; more than are shown when the limit cut them
 * @param more  whether so many answer the question that some were not looked at: ask more narrowly
 */
public record Matches(int found, boolean more, List<Match> matches) {}
