package org.alongside.referral.referral.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.alongside.referral.referral.ClientResult;

/**
 * What the client says came of the referral.
 *
 * @param words the client's own words, as said; sealed
 */
public record RecordClientView(@NotNull ClientResult result, @Size(max = 4000) String words) {}
