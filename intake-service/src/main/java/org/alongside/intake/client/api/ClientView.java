package org.alongside.intake.client.api;

import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;
import org.alongside.kit.http.Versioned;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/** A client as far as the caller may see it: parts that are not granted are absent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClientView(UUID clientId, UUID homeAgency, Identity identity, Contact contact,
        @JsonIgnore Set<Part> parts,
        @JsonIgnore long version) implements DisclosedView, Versioned {}
