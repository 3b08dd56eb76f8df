package org.alongside.intake.clientdata.api;

import org.alongside.intake.consent.api.ConsentTextView;
import org.alongside.intake.consent.api.ConsentView;

/** A consent with the text that the client was asked to agree to. */
public record ConsentWithText(ConsentView consent, ConsentTextView text) {}
