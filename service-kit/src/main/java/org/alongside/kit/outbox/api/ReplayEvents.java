package org.alongside.kit.outbox.api;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Which events to send again.
 *
 * @param topic {@code <service>.<noun>.v1}
 * @param fromSequence first, inclusive, from 1
 * @param toSequence last, inclusive
 */
public record ReplayEvents(@NotBlank @Size(max = 200) String topic, @Min(1) long fromSequence,
        @Min(1) long toSequence) {}
