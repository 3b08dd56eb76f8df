package org.alongside.planning.caseload;

import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.access.AccessContext;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.access.Disclosure;
import org.alongside.kit.caller.Caller;
import org.alongside.kit.caller.Role;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.planning.caseload.api.CaseloadView;
import org.alongside.planning.casework.CaseService;
import org.alongside.planning.casework.Caseload;

/** Keeps workers from being given more than they can carry, unless a supervisor says why. One worker at a time: nothing here compares. */
@ApplicationScoped
@Transactional
public class CaseloadService {

    private final CaseService cases;
    private final Map<UUID, Integer> limits;
    private final AccessGate gate;
    private final AccessContext access;

    CaseloadService(CaseService cases, CaseloadConfig config, AccessGate gate, AccessContext access) {
        this.cases = cases;
        this.limits = Map.copyOf(config.limits());
        this.gate = gate;
        this.access = access;
    }

    /**
     * @param worker token subject; the caller when null
     * @throws Problem {@code not-permitted} for another worker without being a supervisor
     */
    public CaseloadView of(String worker) {
        Caller caller = access.caller();
        boolean own = worker == null || worker.equals(caller.subject());
        if (!own && !caller.roles().contains(Role.SUPERVISOR)) {
            throw Problem.of(ProblemType.NOT_PERMITTED, "Only a supervisor looks at another worker's caseload.");
        }
        Disclosure disclosure = gate.discloseAggregate(null);
        Caseload load = cases.loadOf(own ? caller.subject() : worker);
        return new CaseloadView(load.cases(), load.weight(), limits.get(caller.agency()), disclosure.parts());
    }

    /**
     * Whether a worker can be given this much more. Holds what the worker keeps until the transaction ends.
     *
     * @param worker     token subject
     * @param mayExceed whether a supervisor gave a reason
     * @throws Problem {@code caseload-full}
     */
    public void requireRoom(String worker, int weight, boolean mayExceed) {
        Integer limit = limits.get(access.caller().agency());
        long load = cases.holdLoadOf(worker).weight();
        if (limit != null && load + weight > limit && !mayExceed) {
            throw Problem.of(ProblemType.CASELOAD_FULL).with("load", load).with("weight", weight).with("limit", limit);
        }
    }
}
