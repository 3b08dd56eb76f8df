package org.alongside.intake.contact.api;

import jakarta.validation.constraints.NotNull;

/** @param manner how the client is to be reached */
public record ContactFor(@NotNull Manner manner) {}
