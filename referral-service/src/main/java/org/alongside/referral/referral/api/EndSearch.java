package org.alongside.referral.referral.api;

import jakarta.validation.constraints.NotNull;

import org.alongside.referral.referral.SearchEnd;

/** Why nobody else is asked. */
public record EndSearch(@NotNull SearchEnd reason) {}
