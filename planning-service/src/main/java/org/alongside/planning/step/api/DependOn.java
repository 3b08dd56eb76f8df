package org.alongside.planning.step.api;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What a step waits for from now on.
 *
 * @param dependsOn every step of the same case that has to be done or skipped first; empty for none
 */
public record DependOn(@NotNull @Size(max = AddStep.MOST_DEPENDENCIES) List<@NotNull UUID> dependsOn) {}
