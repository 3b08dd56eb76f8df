package org.alongside.kit.access;

import java.util.Set;

import org.alongside.kit.caller.Caller;
import org.alongside.kit.caller.PurposeOfUse;
import org.alongside.kit.caller.Role;

/** An {@link AccessPolicy} as a value, or the equivalent for a job of {@link org.alongside.kit.system.SystemWork}. */
public record Operation(String name, Action action, Set<Role> roles, Set<Part> parts, Set<Relation> relations,
        PurposeOfUse purpose) {

    /** Whether this caller may run it for every client: by the declared relation and the auditor's role, never by one alone. */
    boolean oversees(Caller caller) {
        return relations.contains(Relation.OVERSIGHT) && caller.roles().contains(Role.AUDITOR);
    }

    static Operation of(AccessPolicy policy) {
        return new Operation(policy.operation(), policy.action(), Set.of(policy.roles()), Set.of(policy.parts()),
                Set.of(policy.relations()), policy.purpose());
    }

    /** A job may open every part, bounded by the row-level policies of its login; each client it opens is captured. */
    static Operation job(String job) {
        return new Operation("system." + job, Action.EXECUTE, Set.of(), Set.of(Part.values()), Set.of(),
                PurposeOfUse.HOPERAT);
    }
}
