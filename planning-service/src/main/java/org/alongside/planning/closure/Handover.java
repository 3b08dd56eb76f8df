package org.alongside.planning.closure;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Who goes on helping.
 *
 * @param to   a person, service or agency, as the client knows it
 * @param what was handed over, and how the client gets there
 */
public record Handover(@NotBlank @Size(max = 500) String to, @NotBlank @Size(max = 4000) String what) {}
