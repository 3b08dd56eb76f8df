package org.alongside.referral.matching.api;

import java.util.Set;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What the client would like a service to be. Services without it are not left out.
 *
 * @param optedIn whether the client wants it to be used; without that it must not be sent
 * @param wanted  codes of taxonomy terms that services have as attributes
 */
public record Preferences(
        @AssertTrue(message = "preferences are used only when the client opted in") boolean optedIn,
        @NotEmpty @Size(max = 20) Set<@NotNull @Size(max = 100) String> wanted) {}
