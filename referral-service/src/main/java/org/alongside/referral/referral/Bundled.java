package org.alongside.referral.referral;

import org.alongside.referral.referral.api.ReferralSummary;

/** One referral of a bundle, with its version. */
public record Bundled(ReferralSummary summary, long version) {}
