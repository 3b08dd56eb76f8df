package org.alongside.audit.log;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When the log does not believe its clock. */
@ConfigMapping(prefix = "alongside.log")
interface SealingConfig {

    /**
     * Longest time between one entry and the next, ISO 8601 duration: after a longer one the log waits until somebody says that the clock
     * is right. Default: 31 days.
     */
    @WithDefault("P31D")
    Duration longestSilence();
}
