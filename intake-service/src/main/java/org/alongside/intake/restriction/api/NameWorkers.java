package org.alongside.intake.restriction.api;

import java.util.Set;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Who may see a restricted client from now on.
 *
 * @param workers token subjects of workers of the home agency, in the place of those named before
 */
public record NameWorkers(
        @NotEmpty @Size(max = 50) Set<@NotNull @Size(max = 200) @Pattern(regexp = "\\S+") String> workers) {}
