package org.alongside.referral.history;

import java.util.UUID;

/**
 * What became of a referral, in codes.
 *
 * @param version of the referral after it
 * @param from    status before; null for the draft
 * @param reason  null when there is none
 * @param side    of the referral on which the actor stands
 * @param assignee token subject to whom responsibility went; null when that is not what changed
 */
public record Change(UUID referralId, long version, String action, String from, String to, String reason,
        String side, String assignee) {}
