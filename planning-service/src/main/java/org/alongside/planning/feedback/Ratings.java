package org.alongside.planning.feedback;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * The four items, each from 0 (not at all) to 10 (entirely). Their wording is that of {@link FeedbackForms}.
 *
 * @param heard  whether the client feels heard
 * @param goals  whether the work is on what matters to the client
 * @param manner whether the way of working suits the client
 * @param whole  whether, as a whole, it helps
 */
public record Ratings(@NotNull @Min(0) @Max(10) Integer heard, @NotNull @Min(0) @Max(10) Integer goals,
        @NotNull @Min(0) @Max(10) Integer manner, @NotNull @Min(0) @Max(10) Integer whole) {}
