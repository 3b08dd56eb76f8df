package org.alongside.audit.conflict.api;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.alongside.audit.conflict.Relation;

/**
 * A conflict of interest.
 *
 * @param client id of the client; whether there is one is neither checked nor told
 * @param relation of the worker to the client
 * @param worker token subject; absent for oneself, another's only from a privacy officer
 */
public record DeclareConflict(@NotNull UUID client, @NotNull Relation relation,
        @Pattern(regexp = "[^\\x00-\\x1f\\x7f]{1,100}") String worker) {}
