package org.alongside.referral.referral.api;

import java.time.Instant;

import jakarta.validation.constraints.NotNull;

/** An appointment. {@code at} lies in the future. */
public record ScheduleReferral(@NotNull Instant at) {}
