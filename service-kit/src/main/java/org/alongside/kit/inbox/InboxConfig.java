package org.alongside.kit.inbox;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * How events of other services are taken in. The subscription itself is a channel of Quarkus Messaging, off by default; a
 * service with {@link EventHandler}s switches it on by {@code mp.messaging.incoming.inbox.enabled=true} and names its topics in
 * {@code mp.messaging.incoming.inbox.topics}, separated by commas. The consumer group is the application's name.
 */
@ConfigMapping(prefix = "alongside.inbox")
public interface InboxConfig {

    /** How often a handler may fail on an event before the event is a dead letter. */
    @WithDefault("3")
    int tries();

    /** Longest pause, as an ISO 8601 duration, between two attempts while the database is away. */
    @WithDefault("PT5S")
    Duration maxBackoff();

    /**
     * Age, as an ISO 8601 duration, up to which the ids of received events are kept. More than the sources' replay window, so
     * that no replayed event is taken for a new one.
     */
    @WithDefault("P14D")
    Duration retention();
}
