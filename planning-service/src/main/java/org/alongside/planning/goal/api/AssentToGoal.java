package org.alongside.planning.goal.api;

import jakarta.validation.constraints.NotNull;

import org.alongside.planning.assent.Manner;

/** The client's assent to a goal, as the worker records it. */
public record AssentToGoal(@NotNull Manner manner) {}
