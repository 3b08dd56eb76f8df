package org.alongside.kit.outbox.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Which topic to tell the present state of.
 *
 * @param topic {@code <service>.<noun>.v1}
 */
public record RepublishTopic(@NotBlank @Size(max = 200) String topic) {}
