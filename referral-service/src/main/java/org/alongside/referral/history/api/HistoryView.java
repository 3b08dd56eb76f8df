package org.alongside.referral.history.api;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.access.DisclosedView;
import org.alongside.kit.access.Part;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * One change of a referral.
 *
 * @param version    of the referral, as this change left it; without a gap from 0 on
 * @param action     the command, or {@code remind}, {@code expire}, {@code consent-ended}, {@code follow} of the service itself
 * @param from       status before; absent for the draft
 * @param to         status after; the same as before when the change was of something else
 * @param reason     code of the reason for an end without the service
 * @param actor      token subject, or {@code system:referral/<job>}
 * @param actorKind  {@code worker}, {@code partner} or {@code system}
 * @param agency     of the actor; absent for the service itself
 * @param side       on which side of the referral the actor stood: {@code sender}, {@code receiver}, {@code clock}, {@code system}
 * @param assignee   token subject of the worker to whom responsibility went; absent for all other actions
 */
public record HistoryView(UUID referralId, @JsonIgnore UUID clientId, long version, Instant at, String action,
        String from, String to, String reason, String actor, String actorKind, UUID agency, String side,
        String assignee,
        @JsonIgnore Set<Part> parts) implements DisclosedView {}
