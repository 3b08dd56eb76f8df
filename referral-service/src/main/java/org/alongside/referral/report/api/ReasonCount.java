package org.alongside.referral.report.api;

import org.alongside.kit.figures.Count;
import org.alongside.referral.referral.EndReason;
import org.alongside.referral.referral.ReferralStatus;

/** How many referrals ended so, and why. */
public record ReasonCount(ReferralStatus status, EndReason reason, Count referrals) {}
