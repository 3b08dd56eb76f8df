package org.alongside.intake.client.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** What is recorded of a client: the body of a registration, and what a merge patch changes. */
public record ClientDetails(@NotNull @Valid Identity identity, @Valid Contact contact) {}
