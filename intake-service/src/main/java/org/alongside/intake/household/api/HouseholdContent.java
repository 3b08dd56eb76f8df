package org.alongside.intake.household.api;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Who lives with a client, part {@code household}: the whole list, which takes the place of the one before.
 *
 * @param members at most 50
 */
public record HouseholdContent(@NotNull @Size(max = 50) List<@NotNull @Valid Member> members) {}
