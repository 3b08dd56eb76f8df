package org.alongside.intake.consent;

import java.time.Period;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of consents. */
@ConfigMapping(prefix = "alongside.consent")
public interface ConsentConfig {

    /** Longest time that a consent may last, as an ISO 8601 period. */
    @WithDefault("P1Y")
    Period longest();
}
