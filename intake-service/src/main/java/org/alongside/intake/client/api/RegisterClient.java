package org.alongside.intake.client.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * A client who is taken in.
 *
 * @param restricted whether nobody but the caller is to see the client, until the caller names others; not restricted when absent
 */
public record RegisterClient(@NotNull @Valid Identity identity, @Valid Contact contact, Boolean restricted) {

    public ClientDetails details() {
        return new ClientDetails(identity, contact);
    }

    public boolean isRestricted() {
        return Boolean.TRUE.equals(restricted);
    }
}
