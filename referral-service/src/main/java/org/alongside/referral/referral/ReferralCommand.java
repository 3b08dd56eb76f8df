package org.alongside.referral.referral;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.alongside.kit.code.Coded;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;

/**
 * The commands on a referral. Where one that moves it is possible, and for whom, follows from the table of {@link ReferralStatus};
 * the others name it.
 */
enum ReferralCommand implements Coded {

    REQUEST(ReferralStatus.REQUESTED),
    ACCEPT(ReferralStatus.ACCEPTED),
    DECLINE(ReferralStatus.DECLINED),
    WAITLIST(ReferralStatus.WAITLISTED),
    /** The client still waits; without a response promise there is nothing to begin anew. */
    KEEP_WAITING(Set.of(Side.RECEIVER), EnumSet.of(ReferralStatus.WAITLISTED)) {
        @Override
        boolean isPossible(Referral referral, Instant now) {
            return super.isPossible(referral, now) && referral.respondBy() != null;
        }
    },
    SCHEDULE(ReferralStatus.SCHEDULED),
    RESCHEDULE(Set.of(Side.RECEIVER), EnumSet.of(ReferralStatus.SCHEDULED)),
    /** The client did not come; possible when the time of the appointment has come. */
    NO_SHOW(ReferralStatus.UNSUCCESSFUL) {
        @Override
        boolean isPossibleFrom(ReferralStatus status) {
            return status == ReferralStatus.SCHEDULED;
        }

        @Override
        boolean isPossible(Referral referral, Instant now) {
            return super.isPossible(referral, now) && referral.appointment().hasBegun(now);
        }
    },
    /** Begins the help; what rests is resumed instead. */
    START(ReferralStatus.IN_PROGRESS) {
        @Override
        boolean isPossibleFrom(ReferralStatus status) {
            return super.isPossibleFrom(status) && status != ReferralStatus.ON_HOLD;
        }
    },
    HOLD(ReferralStatus.ON_HOLD),
    RESUME(ReferralStatus.IN_PROGRESS) {
        @Override
        boolean isPossibleFrom(ReferralStatus status) {
            return status == ReferralStatus.ON_HOLD;
        }
    },
    COMPLETE(ReferralStatus.COMPLETED),
    UNSUCCESSFUL(ReferralStatus.UNSUCCESSFUL),
    CANCEL(ReferralStatus.CANCELLED),
    ENTER_IN_ERROR(ReferralStatus.ENTERED_IN_ERROR),
    /** Passes it on to another agency's service, as an intermediary does. */
    FORWARD(Set.of(Side.RECEIVER),
            EnumSet.of(ReferralStatus.ACCEPTED, ReferralStatus.IN_PROGRESS, ReferralStatus.ON_HOLD)),
    /** Passes responsibility to another worker of the caller's side. */
    ASSIGN(Set.of(Side.SENDER, Side.RECEIVER), ReferralStatus.GOING_ON),
    /** Writes to the other agency, see {@code /v1/referrals/{referralId}/messages}. */
    MESSAGE(Set.of(Side.SENDER, Side.RECEIVER), ReferralStatus.SHARED),
    /** What the client says came of it: from acceptance on, ended or not. */
    CLIENT_VIEW(Set.of(Side.SENDER), EnumSet.complementOf(EnumSet.of(ReferralStatus.ENTERED_IN_ERROR))) {
        @Override
        boolean isPossible(Referral referral, Instant now) {
            return super.isPossible(referral, now) && referral.acceptedAt() != null;
        }
    },
    /**
     * No command on this referral: another match may be looked for, without the services that {@code tried} lists. What was
     * forwarded comes back to the intermediary instead.
     */
    NEXT_MATCH(Set.of(Side.SENDER), ReferralStatus.WITHOUT_HELP) {
        @Override
        boolean isPossible(Referral referral, Instant now) {
            return super.isPossible(referral, now) && referral.parentId() == null && !referral.isCancelledForGood()
                    && referral.searchEnded() == null;
        }
    },
    /** Nobody else is to be asked: possible where {@link #NEXT_MATCH} is, which it ends. */
    END_SEARCH(Set.of(Side.SENDER), ReferralStatus.WITHOUT_HELP) {
        @Override
        boolean isPossible(Referral referral, Instant now) {
            return NEXT_MATCH.isPossible(referral, now);
        }
    };

    private final ReferralStatus target;
    private final Set<Side> sides;
    private final Set<ReferralStatus> from;

    ReferralCommand(ReferralStatus target) {
        this.target = target;
        this.sides = target.setBy();
        this.from = EnumSet.noneOf(ReferralStatus.class);
        Arrays.stream(ReferralStatus.values()).filter(status -> status.next().contains(target)).forEach(from::add);
    }

    ReferralCommand(Set<Side> sides, Set<ReferralStatus> from) {
        this.target = null;
        this.sides = sides;
        this.from = from;
    }

    /** The status it leads to; null when it leaves the status as it is. */
    ReferralStatus target() {
        return target;
    }

    Set<Side> sides() {
        return sides;
    }

    boolean isPossibleFrom(ReferralStatus status) {
        return from.contains(status);
    }

    /** As {@link #isPossibleFrom}, with what else of the referral decides: what was forwarded is led by its child. */
    boolean isPossible(Referral referral, Instant now) {
        boolean led = referral.isForwarded() && sides.equals(Set.of(Side.RECEIVER));
        return isPossibleFrom(referral.status()) && !led;
    }

    /** What a side can do with a referral now. */
    static List<String> possible(Referral referral, Side side, Instant now) {
        return Arrays.stream(values())
                .filter(command -> command.sides.contains(side) && command.isPossible(referral, now)).map(Coded::code)
                .toList();
    }

    /** @throws Problem {@code conflicting-state} with the {@code present} status, what was {@code asked} and what is {@code allowed} */
    void requirePossible(Referral referral, Side side, Instant now) {
        if (!isPossible(referral, now)) {
            throw Problem.of(ProblemType.CONFLICTING_STATE).with("present", referral.status().code())
                    .with("asked", code()).with("allowed", possible(referral, side, now));
        }
    }
}
