package org.alongside.audit.alert.rule;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.audit.conflict.Relation;
import org.alongside.audit.work.Access;

/**
 * Access to a client of the worker's own household, what tools of the field call household snooping. Rests on the declaration
 * {@code own-household} for that client, or for another whom intake-service tells to live with that client: one declaration stands for
 * all of them. Every access counts, hits of a search too, lines of a list not.
 *
 * <p>
 * A household of which nobody declared any client is not found: workers' addresses are not recorded anywhere in the suite. Somebody who
 * has moved out since counts as living there until the list of the household is changed again.
 */
@ApplicationScoped
class SameHousehold implements AlertRule {

    @Override
    public Optional<Finding> judge(Access access, Facts facts) {
        if (!access.opensRecord() || access.isListed()) {
            return Optional.empty();
        }
        if (isDeclared(access, access.client(), facts)) {
            return Optional.of(finding(access, "This client has been declared to be of this worker's own household."));
        }
        return facts.households().with(access.client()).stream().anyMatch(member -> isDeclared(access, member, facts))
                ? Optional.of(finding(access, "This client lives with a client who has been declared to be of this"
                        + " worker's own household."))
                : Optional.empty();
    }

    private static boolean isDeclared(Access access, UUID client, Facts facts) {
        return facts.conflicts().relation(access.actor(), client, access.at())
                .filter(relation -> relation == Relation.OWN_HOUSEHOLD).isPresent();
    }

    private static Finding finding(Access access, String explanation) {
        return Finding.ofClient(RuleCode.SAME_HOUSEHOLD, access, explanation);
    }
}
