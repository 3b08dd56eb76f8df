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
 * @param version    of the referral, as this change left it; without a gap from 0 on, but where {@code carried-over} follows 0
 * @param action     the command; or of the service itself {@code remind} and {@code expire} when a time has passed,
 *                   {@code consent-ended}, {@code consent-renewed} when it goes on under another consent of the client,
 *                   {@code claimed} for an open referral that became this one, {@code follow} and
 *                   {@code come-back} of what was forwarded, {@code take-over} when the home agency stands in an intermediary's
 *                   place; {@code carried-over} for all that became, before histories were kept, of a referral older than that
 * @param from       status before; absent for the draft
 * @param to         status after; the same as before when the change was of something else
 * @param reason     code of the reason for an end without the service, or of {@code end-search};
 *                   {@code intermediary-left} of a {@code take-over}
 * @param actor      token subject, or {@code system:referral/<job>}
 * @param actorKind  {@code worker}, {@code partner} or {@code system}
 * @param agency     of the actor; absent for the service itself
 * @param side       on which side of the referral the actor stood: {@code sender}, {@code receiver}, {@code clock}, {@code system}
 * @param assignee   token subject of the worker to whom responsibility went, by {@code assign} or {@code take-over}; absent for
 *                   all other actions
 */
public record HistoryView(UUID referralId, @JsonIgnore UUID clientId, long version, Instant at, String action,
        String from, String to, String reason, String actor, String actorKind, UUID agency, String side,
        String assignee,
        @JsonIgnore Set<Part> parts) implements DisclosedView {

    @Override
    @JsonIgnore
    public UUID recordId() {
        return referralId;
    }
}
