package org.alongside.planning.review.api;

import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Where a goal stands at the review.
 *
 * @param level    −2 to +2; 0 is what was expected
 * @param evidence by what it is seen
 */
public record MeasuredGoal(@NotNull UUID goalId, @NotNull @Min(-2) @Max(2) Integer level,
        @NotBlank @Size(max = 2000) String evidence) {}
