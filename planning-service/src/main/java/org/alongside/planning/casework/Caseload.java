package org.alongside.planning.casework;

/**
 * What a worker keeps.
 *
 * @param cases  that are not closed, as primary worker
 * @param weight the sum of theirs
 */
public record Caseload(long cases, long weight) {}
