package org.alongside.planning.review.api;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;

/**
 * A review besides those of the agreement.
 *
 * @param dueOn today at the agency or later
 */
public record PlanReview(@NotNull LocalDate dueOn) {}
