package org.alongside.referral.openreferral.api;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;

/**
 * With what an agency would help.
 *
 * @param serviceId an active service of the claimant for the category and area of the open referral
 */
public record Claim(@NotNull UUID serviceId) {}
