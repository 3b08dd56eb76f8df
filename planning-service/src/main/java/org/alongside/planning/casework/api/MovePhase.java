package org.alongside.planning.casework.api;

import jakarta.validation.constraints.NotNull;

import org.alongside.planning.casework.CasePhase;

/** Where the case goes next. */
public record MovePhase(@NotNull CasePhase phase) {}
