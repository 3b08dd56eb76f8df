package org.alongside.intake.consent.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Who consents in the client's place.
 *
 * @param name      of the person
 * @param relation  to the client
 * @param authority what allows it, for example the court order with its date
 */
public record Proxy(@Size(min = 1, max = 200) String name, @NotNull ProxyRelation relation,
        @NotBlank @Size(max = 500) String authority) {}
