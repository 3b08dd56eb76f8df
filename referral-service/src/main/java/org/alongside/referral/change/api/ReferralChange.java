package org.alongside.referral.change.api;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Something happened to a referral that the agency takes part in; ids and codes only.
 *
 * @param changeId   names this change
 * @param type       {@code referral.moved} and the like, see the guide for partner agencies
 * @param version    of the referral after it, as in its {@code ETag}; absent where the referral itself did not change
 * @param messageId  the message that was sent
 * @param deleted    whether the referral is to be seen no longer
 * @param occurredAt when it happened
 * @param toldAt     when it took its place in this feed; never earlier than that of the change before it
 * @param cursor     goes on behind this change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReferralChange(UUID changeId, String type, UUID referralId, Long version, UUID messageId, boolean deleted,
        Instant occurredAt, Instant toldAt, String cursor) {}
