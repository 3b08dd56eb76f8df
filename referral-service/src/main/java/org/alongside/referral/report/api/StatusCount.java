package org.alongside.referral.report.api;

import org.alongside.kit.figures.Count;
import org.alongside.referral.referral.ReferralStatus;

/** How many referrals are in a status at the time of the report. */
public record StatusCount(ReferralStatus status, Count referrals) {}
