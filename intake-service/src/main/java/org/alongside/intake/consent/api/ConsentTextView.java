package org.alongside.intake.consent.api;

import java.util.Set;
import java.util.UUID;

import org.alongside.intake.consenttext.api.ConsentText;
import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * What the client is asked to agree to, or has agreed to.
 *
 * @param agreed whether this is what the client agreed to, kept as it was; else it is written anew from what is proposed
 */
public record ConsentTextView(UUID consentId, UUID clientId, boolean agreed, @JsonUnwrapped ConsentText text,
        @JsonIgnore Set<Part> parts) implements DisclosedView {}
