package org.alongside.planning.hesitation.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.alongside.planning.hesitation.Adaptation;

/**
 * What was changed because the client hesitated.
 *
 * @param words in words that client and worker both use
 */
public record AnswerHesitation(@NotNull Adaptation change,
        @Size(max = 2000) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*") String words) {}
