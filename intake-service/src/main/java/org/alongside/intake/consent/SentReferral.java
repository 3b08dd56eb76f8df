package org.alongside.intake.consent;

import java.util.Set;
import java.util.UUID;

/**
 * A referral that was sent under a consent, or goes on under it.
 *
 * @param homeAgency of the client
 * @param recipient  agency that it was sent to
 * @param category   of the need that it is for
 * @param parts      codes of the parts that it shares
 */
public record SentReferral(UUID referralId, UUID clientId, UUID homeAgency, UUID recipient, UUID consentId,
        String category, Set<String> parts) {}
