package org.alongside.kit.inbox;

import java.time.Instant;
import java.util.UUID;

/**
 * A record that was set aside, without its content.
 *
 * @param consumer which consumer of this service set it aside: {@code inbox} or a name of its own
 * @param eventId null when the headers could not be read; so are type and aggregateVersion
 * @param reason code of {@link Reason}
 * @param detail class names and error codes, no values
 */
public record DeadLetter(UUID id, String consumer, String topic, int partition, long offset, String key, UUID eventId,
        String type, Long aggregateVersion, String reason, String detail, Instant parkedAt) {}
