package org.alongside.intake.client.api;

import java.util.Set;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What the client wants to be taken into account, as the client states it; never what somebody supposes of the client.
 *
 * @param optedIn whether the client wants it kept and used; without that it must not be sent
 * @param words   in the client's own words
 * @param wanted  codes of taxonomy terms that services have as attributes, as matching takes them
 */
public record CulturalPreferences(
        @AssertTrue(message = "cultural preferences are kept only when the client opted in") boolean optedIn,
        @Size(min = 1, max = 2000) String words,
        @Size(max = 20) Set<@NotNull @Size(min = 1, max = 100) String> wanted) {}
