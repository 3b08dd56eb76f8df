package org.alongside.planning.step.api;

import java.time.LocalDate;
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
 */
public record AddStep(@NotNull Owner owner, @NotBlank @Size(max = 2000) String text, @NotNull LocalDate dueOn,
        UUID referralId) {}
