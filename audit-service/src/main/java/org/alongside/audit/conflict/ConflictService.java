package org.alongside.audit.conflict;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.audit.conflict.api.ConflictView;
import org.alongside.audit.conflict.api.DeclareConflict;
import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.caller.Caller;
import org.alongside.kit.caller.Role;
import org.alongside.kit.http.Etag;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;

/** Takes and withdraws declarations. */
@ApplicationScoped
@Transactional
public class ConflictService {

    private final ConflictRepository conflicts;
    private final ConflictEvents events;
    private final AccessGate gate;
    private final AccessContext access;
    private final Clock clock;

    ConflictService(ConflictRepository conflicts, ConflictEvents events, AccessGate gate, AccessContext access,
            Clock clock) {
        this.conflicts = conflicts;
        this.events = events;
        this.gate = gate;
        this.access = access;
        this.clock = clock;
    }

    /**
     * The same declared again is the declaration that there is.
     *
     * @throws Problem {@code not-permitted} for another worker without being a privacy officer
     */
    public UUID declare(DeclareConflict asked) {
        String worker = worker(asked, access.caller());
        ConflictDeclaration declared = conflicts.inForce(worker, asked.client(), asked.relation())
                .orElseGet(() -> add(worker, asked));
        return declared.recordId();
    }

    /**
     * A worker reads the own ones, a privacy officer those of the agency.
     *
     * @throws Problem {@code not-found} for others
     */
    public ConflictView read(UUID declarationId) {
        return disclose(conflicts.findByIdOptional(declarationId).filter(this::mayRead).orElseThrow(Problem::notFound));
    }

    /** @throws Problem {@code conflicting-state} when it was withdrawn before */
    public ConflictView withdraw(UUID declarationId, String ifMatch) {
        ConflictDeclaration declared = conflicts.findByIdOptional(declarationId).orElseThrow(Problem::notFound);
        Etag.require(ifMatch, declared.recordVersion());
        declared.withdraw(clock.instant());
        conflicts.flush();
        events.changed(declared);
        return disclose(declared);
    }

    private ConflictDeclaration add(String worker, DeclareConflict asked) {
        Caller caller = access.caller();
        ConflictDeclaration declared = new ConflictDeclaration(caller.agency(), worker, asked.client(),
                asked.relation(), caller.subject(), clock.instant());
        conflicts.persist(declared);
        conflicts.flush();
        events.changed(declared);
        return declared;
    }

    private boolean mayRead(ConflictDeclaration declared) {
        Caller caller = access.caller();
        return caller.roles().contains(Role.PRIVACY_OFFICER) || declared.worker().equals(caller.subject());
    }

    private static String worker(DeclareConflict asked, Caller caller) {
        if (asked.worker() == null || asked.worker().equals(caller.subject())) {
            return caller.subject();
        }
        if (!caller.roles().contains(Role.PRIVACY_OFFICER)) {
            throw Problem.of(ProblemType.NOT_PERMITTED, "Only a privacy officer declares for another worker.");
        }
        return asked.worker();
    }

    private ConflictView disclose(ConflictDeclaration declared) {
        gate.discloseAggregate(declared.client(), List.of(declared));
        return new ConflictView(declared.recordId(), declared.worker(), declared.client(), declared.relation(),
                declared.declaredAt(), declared.withdrawnAt(), declared.recordVersion());
    }
}
