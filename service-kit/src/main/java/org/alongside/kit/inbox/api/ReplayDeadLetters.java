package org.alongside.kit.inbox.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Which dead letters to apply again.
 *
 * @param topic of the key
 * @param key the aggregate whose dead letters are applied in order
 */
public record ReplayDeadLetters(@NotBlank @Size(max = 200) String topic, @NotBlank @Size(max = 200) String key) {}
