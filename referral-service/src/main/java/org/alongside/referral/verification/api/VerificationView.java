package org.alongside.referral.verification.api;

import java.time.LocalDate;
import java.util.UUID;

import org.alongside.referral.verification.Standing;

/**
 * When the provider of a service last said that its entry is right.
 *
 * @param confirmedOn HSDS {@code assured_date}; null when it never did
 */
public record VerificationView(UUID serviceId, String serviceName, LocalDate confirmedOn, Standing standing) {}
