package org.alongside.referral.message.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A message to the other agency of a referral.
 *
 * @param text sealed
 */
public record SendMessage(@NotBlank @Size(max = 4000) String text) {}
