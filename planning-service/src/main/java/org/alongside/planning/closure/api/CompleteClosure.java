package org.alongside.planning.closure.api;

import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * That an ending is whole.
 *
 * @param openReferrals the referrals of the client that have no end yet, by which the worker says to know of them; they go on
 *                      after the case is closed and stay in the work queue. Absent for none
 */
public record CompleteClosure(@Size(max = 200) Set<@NotNull UUID> openReferrals) {

    public Set<UUID> known() {
        return openReferrals == null ? Set.of() : openReferrals;
    }
}
