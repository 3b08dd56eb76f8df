package org.alongside.referral.consent;

import java.util.UUID;

/** The client took a consent back, or its time is over. Fired in the transaction in which this service learns of it. */
public record ConsentEnded(UUID consentId) {}
