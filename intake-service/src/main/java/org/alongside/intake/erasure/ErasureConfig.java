package org.alongside.intake.erasure;

import java.time.Duration;
import java.util.Set;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When a client is erased, and where. */
@ConfigMapping(prefix = "alongside.erasure")
public interface ErasureConfig {

    /** How long it can be called off, as an ISO 8601 duration. Default: {@code P14D}. */
    @WithDefault("P14D")
    Duration coolingOff();

    /** How often the service looks for what is due, as an ISO 8601 duration. Default: {@code PT1M}. */
    @WithDefault("PT1M")
    Duration interval();

    /** The other services that keep keys of clients: an erasure is complete when each of them has confirmed. Default: all three. */
    @WithDefault("planning,referral,audit")
    Set<String> services();
}
