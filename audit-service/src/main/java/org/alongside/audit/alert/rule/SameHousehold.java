package org.alongside.audit.alert.rule;

import java.util.Optional;
import java.util.Set;
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
        Set<UUID> records = facts.persons().recordsOf(access.client());
        if (isDeclared(access, records, facts)) {
            return Optional.of(finding(access, "This client has been declared to be of this worker's own household."));
        }
        return records.stream().flatMap(record -> facts.households().with(record).stream())
                .anyMatch(member -> isDeclared(access, facts.persons().recordsOf(member), facts))
                        ? Optional.of(finding(access,
                                "This client lives with a client who has been declared to be of this"
                                        + " worker's own household."))
                        : Optional.empty();
    }

    private static boolean isDeclared(Access access, Set<UUID> records, Facts facts) {
        return records.stream().flatMap(record -> facts.conflicts().relation(access.actor(), record, access.at())
                .stream()).anyMatch(relation -> relation == Relation.OWN_HOUSEHOLD);
    }

    private static Finding finding(Access access, String explanation) {
        return Finding.ofClient(RuleCode.SAME_HOUSEHOLD, access, explanation);
    }
}
