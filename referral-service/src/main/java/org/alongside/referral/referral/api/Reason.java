package org.alongside.referral.referral.api;

import org.alongside.referral.referral.EndReason;

/** Why a referral ended without the service. */
public record Reason(EndReason code, String text) {}
