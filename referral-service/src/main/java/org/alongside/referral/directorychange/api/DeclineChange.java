package org.alongside.referral.directorychange.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** @param reason told to the agency that proposed it, 500 characters at most; no names of persons */
public record DeclineChange(@NotBlank @Size(max = 500) String reason) {}
