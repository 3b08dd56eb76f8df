package org.alongside.intake.emergency;

import java.time.Duration;
import java.util.Set;

import org.alongside.kit.access.Part;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of emergency access. */
@ConfigMapping(prefix = "alongside.emergency")
public interface EmergencyConfig {

    /** How long one lasts, as an ISO 8601 duration; at most {@code PT60M}. Default: {@code PT60M}. */
    @WithDefault("PT60M")
    Duration longest();

    /** How long ago the worker may have logged in, as an ISO 8601 duration. Default: {@code PT5M}. */
    @WithDefault("PT5M")
    Duration freshLogin();

    /** How many a worker opens within an hour. Default: 5. */
    @WithDefault("5")
    int mostInAnHour();

    /** What it opens. Default: all but notes, which workers write for themselves. */
    @WithDefault("identity,contact,household,assessment,plan")
    Set<Part> parts();
}
