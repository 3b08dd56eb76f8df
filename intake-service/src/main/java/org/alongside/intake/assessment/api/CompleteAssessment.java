package org.alongside.intake.assessment.api;

import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What the client says to the needs that the answers propose.
 *
 * @param priorities    categories in the client's order, the most important first; a need left out has no priority
 * @param disagreements categories in which the client sees no need
 */
public record CompleteAssessment(@NotNull @Size(max = 50) List<@NotNull @Size(max = 60) String> priorities,
        @NotNull @Size(max = 50) List<@NotNull @Size(max = 60) String> disagreements) {}
