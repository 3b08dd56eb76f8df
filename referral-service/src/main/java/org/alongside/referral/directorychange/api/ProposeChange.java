package org.alongside.referral.directorychange.api;

import java.util.Map;
import java.util.UUID;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * New values for one entry of the directory.
 *
 * @param entity  name of the entity in HSDS 3.1, such as {@code service} or {@code phone}
 * @param entryId id of the entry
 * @param values  by property of HSDS, each as text, as a CSV file of a data package has it; null takes the value away. Ids of
 *                other entries cannot be changed
 * @param comment for those who decide, 500 characters at most; no names of persons
 */
public record ProposeChange(@NotNull @Size(max = 40) String entity, @NotNull UUID entryId,
        @NotEmpty @Size(max = 40) Map<@Size(max = 60) String, String> values, @Size(max = 500) String comment) {}
