package org.alongside.planning.complaint.api;

import java.util.Set;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.alongside.planning.casework.api.TeamMember;

/**
 * What the client complains of.
 *
 * @param about       token subjects of the workers whom it concerns, who never see it; empty when it concerns nobody by name
 * @param clientWords as the client says it
 */
public record Complain(@NotNull @Size(max = 20) Set<@NotNull @Pattern(regexp = TeamMember.SUBJECT) String> about,
        @NotBlank @Size(max = 8000) String clientWords) {}
