package org.alongside.kit.outbox;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How events leave this service. */
@ConfigMapping(prefix = "alongside.outbox")
public interface OutboxConfig {

    /** False stops the relay of this instance; some instance must have it or events stay in the table. */
    @WithDefault("true")
    boolean relay();

    /** How long the relay sleeps, as an ISO 8601 duration, when nobody wakes it: the delay after another instance died. */
    @WithDefault("PT0.1S")
    Duration poll();

    /** Most events per topic that are sent before their acknowledgements are awaited. */
    @WithDefault("1000")
    int batch();

    /**
     * Longest time, as an ISO 8601 duration, that a send may take before it counts as failed and Kafka as down. Whole seconds
     * above one; shorter means that the relay notices an outage sooner, longer that it rides out a slow broker.
     */
    @WithDefault("PT4S")
    Duration sendTimeout();

    /** Longest pause, as an ISO 8601 duration, between two attempts while Kafka or the database is down. */
    @WithDefault("PT2S")
    Duration maxBackoff();

    /** Age, as an ISO 8601 duration, up to which published events are kept so that they can be sent again. */
    @WithDefault("P7D")
    Duration replayWindow();
}
