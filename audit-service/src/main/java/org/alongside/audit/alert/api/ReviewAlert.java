package org.alongside.audit.alert.api;

import jakarta.validation.constraints.NotNull;

import org.alongside.audit.alert.Ground;
import org.alongside.audit.alert.Verdict;

/**
 * What the review came to.
 *
 * @param ground what the verdict rests on
 */
public record ReviewAlert(@NotNull Verdict verdict, @NotNull Ground ground) {}
