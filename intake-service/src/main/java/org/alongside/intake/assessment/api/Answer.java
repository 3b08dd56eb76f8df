package org.alongside.intake.assessment.api;

import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The answer to one question. A question that was left open has none.
 *
 * @param linkId     question of the instrument
 * @param repetition of the repeating group around the question, from 1; absent where there is none
 * @param values     codes of a choice, or {@code true}/{@code false}, or numbers, or dates as {@code 2026-11-23}, or words of at most
 *                   4,000 characters; several only where the question repeats
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Answer(@NotNull @Size(max = 80) String linkId, @Min(1) @Max(20) Integer repetition,
        @NotEmpty @Size(max = 50) List<@NotNull Object> values) {}
