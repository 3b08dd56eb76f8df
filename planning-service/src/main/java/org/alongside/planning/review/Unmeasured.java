package org.alongside.planning.review;

import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A goal that is not measured in a review, and why.
 *
 * @param reason in words of client and worker
 */
public record Unmeasured(@NotNull UUID goalId, @NotBlank @Size(max = 1000) String reason) {}
