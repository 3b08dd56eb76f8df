package org.alongside.referral.referral;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.caller.Caller;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.problem.Violation;
import org.alongside.referral.history.History;

/**
 * Who answers for a referral on either side. Who works for an agency is known to Keycloak and not told to the services; so
 * responsibility goes to workers who have worked on a referral of the agency before, as its history says, and to the caller. Any
 * other id may be one of nobody, or of somebody elsewhere: the referral would be in nobody's hands.
 */
@ApplicationScoped
class Responsibility {

    private final History history;
    private final AccessContext access;

    Responsibility(History history, AccessContext access) {
        this.history = history;
        this.access = access;
    }

    /**
     * Passes it on, on the caller's side.
     *
     * @param worker token subject
     * @throws Problem {@code conflicting-state} when the worker has it already, {@code invalid-input} at {@code /worker} when the
     *         agency is not known to have this worker
     */
    void pass(Referral referral, UUID worker) {
        Caller caller = access.caller();
        Side side = referral.side(caller.agency());
        String subject = worker.toString();
        if (subject.equals(referral.worker(side))) {
            throw Problem.of(ProblemType.CONFLICTING_STATE, "This worker answers for the referral already.");
        }
        if (!isSelf(caller, subject) && !history.hasWorked(subject, caller.agency())) {
            throw Problem.invalid(new Violation("/worker", "unknown",
                    "has not worked on a referral of your agency yet, and can take over this one with an own token"));
        }
        referral.assign(side, subject);
    }

    private static boolean isSelf(Caller caller, String subject) {
        return caller.kind() == Caller.Kind.WORKER && caller.subject().equals(subject);
    }
}
