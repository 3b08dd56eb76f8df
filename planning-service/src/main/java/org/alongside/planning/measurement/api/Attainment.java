package org.alongside.planning.measurement.api;

import java.math.BigDecimal;

/**
 * How far the goals of a plan were reached, as one figure for this client over time; never for comparing people.
 *
 * @param tScore   by the latest measurement of each goal: 50 when all are where they were expected to be, one decimal
 * @param first    by the first measurement of the same goals
 * @param measured goals that were measured
 * @param goals    goals of the plan that the client agreed to and did not drop
 */
public record Attainment(BigDecimal tScore, BigDecimal first, int measured, int goals) {}
