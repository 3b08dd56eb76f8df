package org.alongside.planning.step.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a step is blocked or skipped, in the words of client and worker. */
public record Reason(@NotBlank @Size(max = 2000) String reason) {}
