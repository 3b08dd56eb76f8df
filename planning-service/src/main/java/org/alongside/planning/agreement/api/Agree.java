package org.alongside.planning.agreement.api;

import jakarta.validation.constraints.NotNull;

import org.alongside.planning.agreement.Party;
import org.alongside.planning.assent.Manner;

/**
 * The assent of one side.
 *
 * @param party  who assents
 * @param manner how the assent was given
 */
public record Agree(@NotNull Party party, @NotNull Manner manner) {}
