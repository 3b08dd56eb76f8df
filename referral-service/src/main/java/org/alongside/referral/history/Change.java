package org.alongside.referral.history;

import java.util.UUID;

/**
 * What became of a referral, in codes.
 *
 * @param version of the referral after it
 * @param from    status before; null for the draft
 * @param reason  null when there is none
 * @param side    of the referral on which the actor stands
 */
public record Change(UUID referralId, long version, String action, String from, String to, String reason,
        String side) {}
