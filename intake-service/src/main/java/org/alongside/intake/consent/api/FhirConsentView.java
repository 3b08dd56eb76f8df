package org.alongside.intake.consent.api;

import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A consent as a FHIR R4 Consent: the resource is the whole body. */
public record FhirConsentView(UUID clientId, Set<Part> parts, @JsonValue ObjectNode resource)
        implements
            DisclosedView {}
