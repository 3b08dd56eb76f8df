package org.alongside.referral.bundle.api;

import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.alongside.kit.access.Part;

/** One referral of a bundle. Members as in {@link org.alongside.referral.referral.api.DraftReferral}. */
public record BundledReferral(@NotNull UUID serviceId, @NotNull @Size(max = 60) String category,
        Set<@NotNull Part> parts, @NotBlank @Size(max = 4000) String message) {}
