package org.alongside.audit.alert;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When the rules look at the log, and what becomes of what they find. Durations are ISO 8601. */
@ConfigMapping(prefix = "alongside.alerts")
public interface AlertConfig {

    /** Between two looks at the log. */
    @WithDefault("PT1S")
    Duration every();

    /** How long an entry waits before it is judged, so that facts which travel beside it have arrived. */
    @WithDefault("PT20S")
    Duration grace();

    /** How long an entry waits at most while the copy of the grants is behind; an alert is due 60 s after the access. */
    @WithDefault("PT45S")
    Duration patience();

    /** Entries judged in one transaction. */
    @WithDefault("2000")
    int batch();

    /** Time in which further findings of the same rule, actor and client belong to an alert that is open. */
    @WithDefault("P7D")
    Duration window();

    /** Time in which an emergency access is to be reviewed. */
    @WithDefault("PT72H")
    Duration emergencyReview();
}
