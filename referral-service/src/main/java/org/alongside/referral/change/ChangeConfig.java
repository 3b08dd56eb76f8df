package org.alongside.referral.change;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What agencies are told of changes. */
@ConfigMapping(prefix = "alongside.referral-feed")
public interface ChangeConfig {

    /** How long the feed sleeps, as an ISO 8601 duration, when nobody wakes it: the delay of what another instance noted before it died. */
    @WithDefault("PT0.1S")
    Duration poll();

    /** Longest pause, as an ISO 8601 duration, between two attempts while the database is down. */
    @WithDefault("PT2S")
    Duration maxBackoff();

    /** Age, as an ISO 8601 duration, up to which changes are kept; whoever stays away longer lists its referrals anew. */
    @WithDefault("P90D")
    Duration kept();
}
