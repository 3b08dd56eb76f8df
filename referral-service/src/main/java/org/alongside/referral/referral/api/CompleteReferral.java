package org.alongside.referral.referral.api;

import jakarta.validation.constraints.NotNull;

import org.alongside.referral.referral.ProviderResult;

/** What the recipient did for the client. */
public record CompleteReferral(@NotNull ProviderResult providerResult) {}
