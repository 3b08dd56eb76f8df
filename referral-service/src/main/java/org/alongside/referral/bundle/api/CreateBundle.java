package org.alongside.referral.bundle.api;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.alongside.kit.need.Urgency;

/**
 * Referrals that belong together, such as legal and financial help for one need.
 *
 * @param needId    the assessed need they are for, if there is one
 * @param referrals at most 10, each to another service
 */
public record CreateBundle(@NotNull UUID clientId, UUID needId, @NotNull Urgency urgency,
        @NotEmpty @Size(max = 10) List<@NotNull @Valid BundledReferral> referrals) {}
