package org.alongside.intake.restriction.api;

import java.util.Set;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * From whom a client's record is to be hidden: from all who are not named.
 *
 * @param reason  in words, for those who are named
 * @param workers token subjects of workers of the home agency; an intake or case worker who asks is one of them without being named
 */
public record RestrictClient(@NotNull RestrictionReason reasonCode, @Size(max = 2000) String reason,
        @NotNull @Size(max = 50) Set<@NotNull @Size(max = 200) @Pattern(regexp = "\\S+") String> workers) {}
