package org.alongside.intake.assessment.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What the client says to one need.
 *
 * @param category of the need
 * @param words    as the client said it; absent when the client said no more
 */
public record StanceOnNeed(@NotNull @Size(max = 60) String category, @NotNull Stance view,
        @Size(max = 4000) String words) {}
