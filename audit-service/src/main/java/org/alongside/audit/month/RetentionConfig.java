package org.alongside.audit.month;

import java.time.Period;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long entries of the access log stay. */
@ConfigMapping(prefix = "alongside.log.retention")
public interface RetentionConfig {

    /**
     * How long an entry is kept at least, from its sealing, ISO 8601 period of at least a year, in years or months. It goes with its whole
     * month, two weeks after all of that was seen to be older, if nothing of it is held. Default: six years, as 45 CFR 164.316(b)(2)(i) and 164.528(a) ask for.
     */
    @WithDefault("P6Y")
    Period kept();

    /** How many months after the present one are made ahead. Default: 3. */
    @WithDefault("3")
    int monthsAhead();
}
