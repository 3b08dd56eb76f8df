package org.alongside.referral.opening;

import java.time.ZoneId;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How timetables are read. */
@ConfigMapping(prefix = "alongside.opening")
public interface OpeningConfig {

    /** Time zone (IANA name) of hours that tell none. Default: UTC, as HSDS 3.1 says. */
    @WithDefault("UTC")
    ZoneId timeZone();
}
