package org.alongside.planning.casework.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * How much of a caseload a case is.
 *
 * @param weight 1 (least) to 5
 */
public record WeighCase(@NotNull @Min(1) @Max(5) Integer weight) {}
