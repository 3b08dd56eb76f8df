package org.alongside.planning.workqueue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.alongside.kit.caller.Role;
import org.alongside.kit.code.Coded;
import org.alongside.kit.state.State;
import org.alongside.planning.agreement.AgreementStatus;
import org.alongside.planning.closure.ClosureStatus;
import org.alongside.planning.complaint.ComplaintStatus;
import org.alongside.planning.goal.GoalStatus;
import org.alongside.planning.step.StepStatus;

/** What stands in a queue: the type of a record, and what can be done with it there. */
public enum QueueKind implements Coded {

    /** A case whose agreed time is over. */
    CASE {
        @Override
        List<String> actions(String status, boolean waits) {
            return List.of("draft-agreement", "draft-closure");
        }
    },
    STEP {
        @Override
        List<String> actions(String status, boolean waits) {
            return Coded.stored(StepStatus.class, status).commands(waits);
        }
    },
    GOAL {
        @Override
        List<String> actions(String status, boolean waits) {
            return Coded.stored(GoalStatus.class, status) == GoalStatus.PROPOSED
                    ? List.of("agree", "drop")
                    : List.of();
        }
    },
    AGREEMENT {
        @Override
        List<String> actions(String status, boolean waits) {
            return Coded.stored(AgreementStatus.class, status).next().contains(AgreementStatus.AGREED)
                    ? List.of("agree", "counter-propose", "decline")
                    : List.of();
        }
    },
    HESITATION {
        @Override
        List<String> actions(String status, boolean waits) {
            return List.of("answer");
        }
    },
    REVIEW {
        @Override
        List<String> actions(String status, boolean waits) {
            return List.of("hold");
        }
    },
    CHECK_IN {
        @Override
        List<String> actions(String status, boolean waits) {
            return List.of("record", "reopen");
        }
    },
    CLOSURE {
        @Override
        List<String> actions(String status, boolean waits) {
            return Coded.stored(ClosureStatus.class, status) == ClosureStatus.AWAITING_APPROVAL
                    ? List.of("approve", "send-back")
                    : List.of("rewrite", "complete", "withdraw");
        }
    },
    DEPENDENCY_REVIEW {
        @Override
        List<String> actions(String status, boolean waits) {
            return List.of("hold");
        }
    },

    COMPLAINT {
        @Override
        List<String> actions(String status, boolean waits) {
            return Coded.stored(ComplaintStatus.class, status) == ComplaintStatus.RECEIVED
                    ? List.of("review", "withdraw")
                    : List.of("answer", "withdraw");
        }
    },
    WORKER_REQUEST {
        @Override
        List<String> actions(String status, boolean waits) {
            return List.of("grant", "decline", "withdraw");
        }
    },

    /** Another agency has to do something next; what can be done with it, referral-service says. */
    REFERRAL {
        @Override
        List<String> actions(String status, boolean waits) {
            return List.of();
        }
    };

    private static final Set<String> OF_SUPERVISORS = Set.of("approve", "send-back");
    private static final Set<QueueKind> OF_SUPERVISORS_ONLY = EnumSet.of(DEPENDENCY_REVIEW, COMPLAINT, WORKER_REQUEST);

    /**
     * Commands that the state of the record allows.
     *
     * @param status          of the record, a code of its {@link State}
     * @param waits  whether a step cannot be started or completed by people as it stands
     */
    abstract List<String> actions(String status, boolean waits);

    /** Of these the ones that the caller's roles permit. */
    List<String> allowed(String status, boolean waits, Set<Role> roles) {
        return actions(status, waits).stream()
                .filter(action -> roles.contains(bySupervisor(action) ? Role.SUPERVISOR : Role.CASE_WORKER)).toList();
    }

    private boolean bySupervisor(String action) {
        return OF_SUPERVISORS_ONLY.contains(this) || OF_SUPERVISORS.contains(action);
    }
}
