package org.alongside.intake.handle.api;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;

/** @param client the handle that the access log shows: the id of a client */
public record ResolveHandle(@NotNull UUID client) {}
