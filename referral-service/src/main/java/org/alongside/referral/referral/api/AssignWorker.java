package org.alongside.referral.referral.api;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;

/**
 * Who answers for a referral on the caller's side from now on.
 *
 * @param worker token subject: the caller's own, or of a worker who has worked on a referral of the caller's agency before
 */
public record AssignWorker(@NotNull UUID worker) {}
