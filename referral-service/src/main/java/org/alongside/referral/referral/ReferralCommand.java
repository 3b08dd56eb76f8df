package org.alongside.referral.referral;

import java.util.Arrays;
import java.util.List;

import org.alongside.kit.code.Coded;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;

/** The commands that move a referral. Where each is possible, and for whom, follows from the table of {@link ReferralStatus}. */
enum ReferralCommand implements Coded {

    REQUEST(ReferralStatus.REQUESTED),
    ACCEPT(ReferralStatus.ACCEPTED),
    DECLINE(ReferralStatus.DECLINED),
    WAITLIST(ReferralStatus.WAITLISTED),
    SCHEDULE(ReferralStatus.SCHEDULED),
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
    ENTER_IN_ERROR(ReferralStatus.ENTERED_IN_ERROR);

    private final ReferralStatus target;

    ReferralCommand(ReferralStatus target) {
        this.target = target;
    }

    ReferralStatus target() {
        return target;
    }

    boolean isPossibleFrom(ReferralStatus status) {
        return status.next().contains(target);
    }

    boolean isFor(Side side) {
        return target.setBy().contains(side);
    }

    /** What a side can do in a status. */
    static List<String> possible(ReferralStatus status, Side side) {
        return Arrays.stream(values()).filter(command -> command.isFor(side) && command.isPossibleFrom(status))
                .map(Coded::code).toList();
    }

    /** @throws Problem {@code conflicting-state} with the {@code present} status, what was {@code asked} and what is {@code allowed} */
    void requirePossible(ReferralStatus status, Side side) {
        if (!isPossibleFrom(status)) {
            throw Problem.of(ProblemType.CONFLICTING_STATE).with("present", status.code()).with("asked", code())
                    .with("allowed", possible(status, side));
        }
    }
}
