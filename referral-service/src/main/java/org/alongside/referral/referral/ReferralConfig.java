package org.alongside.referral.referral;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Timers of referrals. */
@ConfigMapping(prefix = "alongside.referral")
public interface ReferralConfig {

    /** How often, as an ISO 8601 duration, unanswered referrals are looked for: they expire at most this late. */
    @WithDefault("PT10S")
    Duration expiryEvery();
}
