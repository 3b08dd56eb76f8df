package org.alongside.planning.step.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;
import org.alongside.kit.http.Versioned;
import org.alongside.planning.step.Owner;
import org.alongside.planning.step.StepStatus;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A step.
 *
 * @param referralId the referral it follows, if any; absent for other agencies than the home agency
 * @param reason     why it was blocked or skipped, when somebody said so
 * @param blockedBy  status of the referral that blocks it: {@code declined}, {@code unsuccessful}, {@code cancelled},
 *                   {@code expired} or {@code entered-in-error}; absent for other agencies than the home agency
 * @param dependsOn  steps of the case that have to be done or skipped before people start or complete this one
 * @param waitingFor those of them that are neither yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepView(UUID stepId, UUID goalId, UUID caseId, UUID clientId, Owner owner, StepStatus status,
        String text,
        LocalDate dueOn, UUID referralId, String reason, String blockedBy, List<UUID> dependsOn, List<UUID> waitingFor,
        @JsonIgnore Set<Part> parts,
        @JsonIgnore long version) implements DisclosedView, Versioned {}
