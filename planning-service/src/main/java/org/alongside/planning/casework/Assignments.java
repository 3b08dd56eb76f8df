package org.alongside.planning.casework;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.merge.MergedClients;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.kit.restriction.Restriction;
import org.alongside.kit.restriction.Restrictions;
import org.alongside.planning.conflict.ConflictsOfInterest;

/** Who may come to work in a case. */
@ApplicationScoped
class Assignments {

    private final ConflictsOfInterest conflicts;
    private final Restrictions restrictions;
    private final MergedClients merged;

    Assignments(ConflictsOfInterest conflicts, Restrictions restrictions, MergedClients merged) {
        this.conflicts = conflicts;
        this.restrictions = restrictions;
        this.merged = merged;
    }

    /**
     * @param worker token subject
     * @throws Problem {@code conflict-of-interest}; {@code conflicting-state} when the client's record is hidden from the worker
     */
    void require(Case of, String worker) {
        conflicts.requireNone(of.homeAgency(), worker, merged.allOf(of.clientId()));
        Optional<Restriction> restriction = restrictions.of(of.clientId());
        if (restriction.isPresent() && !restriction.get().names(of.homeAgency(), worker)) {
            throw Problem.of(ProblemType.CONFLICTING_STATE,
                    "The client's record is restricted: name the worker in its restriction first.");
        }
    }
}
