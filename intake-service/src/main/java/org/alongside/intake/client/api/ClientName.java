package org.alongside.intake.client.api;

import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Whom a handle stands for, and no more.
 *
 * @param clientId the handle
 * @param name     the name to use; the legal name where the client stated none
 */
public record ClientName(@JsonProperty("client") UUID clientId, String name, @JsonIgnore Set<Part> parts)
        implements
            DisclosedView {}
