package org.alongside.planning.option.api;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What the client says to an option.
 *
 * @param clientWords why, as the client says it; absent when they give no reason: nobody owes one
 */
public record AnswerOption(@Size(max = 2000) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*") String clientWords) {}
