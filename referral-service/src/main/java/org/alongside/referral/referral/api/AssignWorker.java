package org.alongside.referral.referral.api;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;

/**
 * Who answers for a referral on the caller's side from now on.
 *
 * @param worker token subject of a worker of the caller's agency
 */
public record AssignWorker(@NotNull UUID worker) {}
