package org.alongside.planning.conflict;

import java.util.Collection;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;

/** Who stands close to which client outside work, as audit-service tells it: a copy. */
@ApplicationScoped
public class ConflictsOfInterest {

    private final ConflictRepository conflicts;

    ConflictsOfInterest(ConflictRepository conflicts) {
        this.conflicts = conflicts;
    }

    /**
     * Keeps somebody who stands close to a client outside work from working with the client.
     *
     * @param worker  token subject
     * @param records all of the client
     * @throws Problem {@code conflict-of-interest}, which does not say of what kind
     */
    public void requireNone(UUID agency, String worker, Collection<UUID> records) {
        if (conflicts.isInForce(agency, worker, records)) {
            throw Problem.of(ProblemType.CONFLICT_OF_INTEREST);
        }
    }

    void take(Told told) {
        WorkerConflict known = conflicts.findById(told.declarationId());
        if (known == null) {
            conflicts.persist(new WorkerConflict(told));
        } else {
            known.take(told);
        }
    }

    /**
     * What was told of a declaration.
     *
     * @param worker  token subject
     * @param inForce false once it was withdrawn
     */
    record Told(UUID declarationId, UUID agency, String worker, UUID clientId, boolean inForce, long version) {}
}
