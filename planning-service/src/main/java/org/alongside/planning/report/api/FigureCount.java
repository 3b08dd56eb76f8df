package org.alongside.planning.report.api;

import org.alongside.kit.figures.Count;

/**
 * How many people one code was true of.
 *
 * @param code of a status, phase, reason, result or cause
 */
public record FigureCount(String code, Count people) {}
