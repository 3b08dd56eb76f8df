package org.alongside.planning.closure.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Why an ending is not approved.
 *
 * @param reason for the worker: what is to be put right
 */
public record SendBack(@NotBlank @Size(max = 2000) String reason) {}
