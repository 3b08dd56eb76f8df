package org.alongside.planning.dependency.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.alongside.planning.dependency.Outcome;

/**
 * What a supervisor found, together with the worker.
 *
 * @param words whether the help leads to independence, and what is done so that it does
 */
public record HoldDependencyReview(@NotNull Outcome outcome, @NotBlank @Size(max = 4000) String words) {}
