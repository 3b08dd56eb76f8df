package org.alongside.planning.goal.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a goal is given up, in the words of client and worker. */
public record DropGoal(@NotBlank @Size(max = 2000) String reason) {}
