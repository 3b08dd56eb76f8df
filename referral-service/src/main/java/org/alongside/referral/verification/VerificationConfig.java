package org.alongside.referral.verification;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long what a provider has confirmed is relied on. */
@ConfigMapping(prefix = "alongside.directory.verification")
public interface VerificationConfig {

    /** Age from which a confirmation is stale, in full days. Default: 365 days. */
    @WithDefault("P365D")
    Duration staleAfter();
}
