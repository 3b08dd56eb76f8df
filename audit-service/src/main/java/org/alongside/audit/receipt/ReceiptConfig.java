package org.alongside.audit.receipt;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When an access counts as missing. */
@ConfigMapping(prefix = "alongside.receipt")
interface ReceiptConfig {

    /** How long an access may take from its response to the log. Default: one minute. */
    @WithDefault("1m")
    Duration arrivalLimit();
}
