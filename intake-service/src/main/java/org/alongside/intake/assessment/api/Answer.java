package org.alongside.intake.assessment.api;

import java.util.List;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The answer to one question. A question that was left open has none.
 *
 * @param linkId question of the instrument
 * @param values codes of a choice, or {@code true}/{@code false}, or words of at most 4,000 characters; several only where the
 *               question repeats
 */
public record Answer(@NotNull @Size(max = 80) String linkId,
        @NotEmpty @Size(max = 50) List<@NotNull Object> values) {}
