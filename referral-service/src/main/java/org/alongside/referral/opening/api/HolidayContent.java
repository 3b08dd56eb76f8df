package org.alongside.referral.opening.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

public record HolidayContent(@NotBlank @Size(max = 100) String name) {}
