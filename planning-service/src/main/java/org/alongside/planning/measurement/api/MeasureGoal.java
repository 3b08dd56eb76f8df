package org.alongside.planning.measurement.api;

import java.time.LocalDate;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Where a goal stands, by the levels that were written down before work started.
 *
 * @param level      −2 to +2; 0 is what was expected
 * @param evidence   by what it is seen
 * @param measuredOn day on which it was so; today at the agency when absent
 */
public record MeasureGoal(@NotNull @Min(-2) @Max(2) Integer level, @NotBlank @Size(max = 2000) String evidence,
        LocalDate measuredOn) {}
