package org.alongside.referral.referral;

import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.Part;
import org.alongside.kit.need.Urgency;

/**
 * An open referral that the client agreed to hand to its claimant.
 *
 * @param openedBy      token subject of the worker who answers for it on the sender's side
 * @param sealedMessage under the client's key, for the column of the message of a referral
 */
public record ClaimedReferral(UUID clientId, UUID homeAgency, String openedBy, UUID claimant, UUID serviceId,
        UUID needId, String category, Urgency urgency, Set<Part> parts, byte[] sealedMessage, UUID consentId) {}
