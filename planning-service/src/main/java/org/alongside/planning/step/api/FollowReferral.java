package org.alongside.planning.step.api;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;

/** Which referral moves the step from now on. */
public record FollowReferral(@NotNull UUID referralId) {}
