package org.alongside.intake.merge.api;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;

/**
 * Lets another record go on in the client's.
 *
 * @param mergedClientId the record of the same person that is used no more
 */
public record MergeClients(@NotNull UUID mergedClientId) {}
