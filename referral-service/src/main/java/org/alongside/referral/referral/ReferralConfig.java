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

    /** How often, as an ISO 8601 duration, overdue answers are looked for: a reminder comes at most this late. */
    @WithDefault("PT10S")
    Duration reminderEvery();

    /**
     * How often, as an ISO 8601 duration, consents that have ended are looked for: at most this late the referrals under them end or
     * go on under another consent, and what does not end at once is tried again. Closed to their recipients they are before that.
     */
    @WithDefault("PT1S")
    Duration consentEndEvery();

    /**
     * How long, as an ISO 8601 duration, after the reminder that follows the end of the response promise a referral still waits
     * for an answer before it expires.
     */
    @WithDefault("P1D")
    Duration expiryAfter();
}
