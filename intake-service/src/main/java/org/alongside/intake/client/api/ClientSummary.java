package org.alongside.intake.client.api;

import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A client found by a search: enough to tell people apart, no more. */
public record ClientSummary(UUID clientId, UUID homeAgency, String familyName, String givenNames, String nameToUse,
        DateOfBirth dateOfBirth, @JsonIgnore Set<Part> parts) implements DisclosedView {}
