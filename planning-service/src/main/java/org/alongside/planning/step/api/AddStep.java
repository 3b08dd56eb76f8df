package org.alongside.planning.step.api;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.alongside.planning.step.Owner;

/**
 * Something to do for a goal.
 *
 * @param owner      who does it
 * @param text       what, in words that client and worker both use
 * @param dueOn      until when
 * @param referralId the referral that the step follows; absent for a step that people move themselves
 * @param dependsOn  steps of the same case that have to be done or skipped first; none when absent
 */
public record AddStep(@NotNull Owner owner, @NotBlank @Size(max = 2000) String text, @NotNull LocalDate dueOn,
        UUID referralId, @Size(max = MOST_DEPENDENCIES) List<@NotNull UUID> dependsOn) {

    static final int MOST_DEPENDENCIES = 20;

    public AddStep {
        dependsOn = dependsOn == null ? List.of() : dependsOn;
    }
}
