package org.alongside.intake.emergency.api;

import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * An emergency.
 *
 * @param client     id, as the home agency or the client told it
 * @param reasonCode why it cannot wait
 * @param reason     in words, for those who review it
 */
public record OpenEmergencyAccess(@NotNull UUID client, @NotNull EmergencyReason reasonCode,
        @NotBlank @Size(min = 20, max = 2000) String reason) {}
