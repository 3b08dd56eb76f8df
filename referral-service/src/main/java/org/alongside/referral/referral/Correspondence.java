package org.alongside.referral.referral;

import java.util.UUID;

/**
 * A referral as the thing that its two agencies write to each other about.
 *
 * @param parentId referral that this one forwards; null for none
 * @param side  of the caller's agency
 * @param own   the caller's agency
 * @param other the agency on the other side
 */
public record Correspondence(UUID referralId, UUID parentId, UUID clientId, UUID homeAgency, Side side, UUID own,
        UUID other) {}
