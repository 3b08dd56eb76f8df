package org.alongside.referral.openreferral;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Timers of open referrals. */
@ConfigMapping(prefix = "alongside.open-referral")
public interface OpenReferralConfig {

    /** How long, as an ISO 8601 duration, a claim waits for the client's consent before it lapses. */
    @WithDefault("P3D")
    Duration claimLife();

    /** How often, as an ISO 8601 duration, claims are looked at: a consent takes effect, and a claim lapses, at most this late. */
    @WithDefault("PT5S")
    Duration settleEvery();
}
