package org.alongside.referral.hsds;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The public directory under {@code /hsds}. */
@ConfigMapping(prefix = "alongside.hsds")
public interface HsdsConfig {

    /** How long caches may show a document without asking again, in full seconds. Default: 60 s. */
    @WithDefault("60S")
    Duration maxAge();

    /** What is told of the profile of HSDS that is served. Default: the specification of HSDS 3.1 itself. */
    @WithDefault("https://docs.openreferral.org/en/3.1/")
    String profile();
}
