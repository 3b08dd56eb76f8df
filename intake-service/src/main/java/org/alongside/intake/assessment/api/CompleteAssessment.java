package org.alongside.intake.assessment.api;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What the client says to the needs that the answers propose.
 *
 * @param priorities  categories in the client's order, the most important first; a need left out has no priority
 * @param clientViews agreement or disagreement, one for each category; of a need left out the client was not asked
 */
public record CompleteAssessment(@NotNull @Size(max = 50) List<@NotNull @Size(max = 60) String> priorities,
        @NotNull @Size(max = 50) List<@NotNull @Valid StanceOnNeed> clientViews) {}
