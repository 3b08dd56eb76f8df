package org.alongside.referral.referral;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.alongside.kit.code.Coded;
import org.alongside.kit.problem.Problem;

/** What of its referrals an agency has to do something about. */
enum Queue implements Coded {

    /** Drafted and not sent. */
    NEEDS_SENDING(Map.of(Direction.SENT, Filter.of(ReferralStatus.DRAFT))),
    /** Asked and not answered, overdue or not. */
    NEEDS_ANSWER(forBoth(Filter.of(ReferralStatus.REQUESTED, ReferralStatus.WAITLISTED))),
    /** Of these the ones whose promised time is over; they expire next. */
    ANSWER_OVERDUE(forBoth(Filter.of(ReferralStatus.REQUESTED, ReferralStatus.WAITLISTED).overdue())),
    /** To the receiver: accepted and not ended. To the sender: ended after acceptance, and the client was not heard. */
    NEEDS_OUTCOME(Map.of(Direction.RECEIVED,
            Filter.of(ReferralStatus.ACCEPTED, ReferralStatus.SCHEDULED, ReferralStatus.IN_PROGRESS,
                    ReferralStatus.ON_HOLD),
            Direction.SENT, Filter.of(ReferralStatus.COMPLETED, ReferralStatus.UNSUCCESSFUL).and("""
                    r.acceptedAt is not null and (r.clientResult is null or r.clientResult = 'unknown')"""))),
    /** Forwarded and come back without help, and not seen to since. */
    RETURNED(Map.of(Direction.RECEIVED,
            Filter.of(ReferralStatus.ACCEPTED, ReferralStatus.IN_PROGRESS, ReferralStatus.ON_HOLD)
                    .and("r.returnedAt is not null"))),
    /**
     * Ended without help, unless cancelled for what the client wants or as a double, or a worker said that nobody else is asked; and
     * nothing else for the same kind of need of the client is going on or ended later.
     */
    NEEDS_NEXT_MATCH(Map.of(Direction.SENT,
            Filter.of(ReferralStatus.DECLINED, ReferralStatus.EXPIRED, ReferralStatus.UNSUCCESSFUL,
                    ReferralStatus.CANCELLED).and("""
                            r.parentId is null and r.searchEnded is null
                            and not (r.status = org.alongside.referral.referral.ReferralStatus.CANCELLED
                                     and r.reason in ('client-changed-mind', 'duplicate'))
                            and not exists (
                                select 1 from Referral other where other.clientId = r.clientId and other.id <> r.id
                                   and other.category = r.category and other.sender = r.sender
                                   and (other.endedAt is null or other.endedAt > r.endedAt
                                        and other.status <> org.alongside.referral.referral.ReferralStatus.ENTERED_IN_ERROR
                                        and coalesce(other.reason, '') <> 'duplicate'))""")));

    private final Map<Direction, Filter> filters;

    Queue(Map<Direction, Filter> filters) {
        this.filters = filters;
    }

    Filter filter(Direction direction) {
        return filters.get(direction);
    }

    /** @throws Problem {@code unknown-code} when the role has no such queue */
    static Queue of(Direction direction, String code) {
        List<Queue> known = Arrays.stream(values()).filter(queue -> queue.filters.containsKey(direction)).toList();
        return known.stream().filter(queue -> queue.code().equals(code)).findFirst()
                .orElseThrow(() -> Problem.unknownCode("query:queue", known.stream().map(Coded::code).toList()));
    }

    private static Map<Direction, Filter> forBoth(Filter filter) {
        return Map.of(Direction.SENT, filter, Direction.RECEIVED, filter);
    }

    /**
     * Which referrals are listed.
     *
     * @param condition in JPQL, on {@code r}; null for none
     * @param isOverdue only those whose promised time is over
     */
    record Filter(Set<ReferralStatus> statuses, String condition, boolean isOverdue) {

        static final Filter ALL = new Filter(EnumSet.allOf(ReferralStatus.class), null, false);

        static Filter of(ReferralStatus first, ReferralStatus... more) {
            return new Filter(EnumSet.of(first, more), null, false);
        }

        Filter and(String jpql) {
            return new Filter(statuses, jpql, isOverdue);
        }

        Filter overdue() {
            return new Filter(statuses, condition, true);
        }

        /** Narrowed to one status. */
        Filter in(ReferralStatus status) {
            Set<ReferralStatus> both = EnumSet.of(status);
            both.retainAll(statuses);
            return new Filter(both, condition, isOverdue);
        }
    }
}
