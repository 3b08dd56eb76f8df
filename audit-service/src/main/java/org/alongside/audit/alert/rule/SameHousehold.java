package org.alongside.audit.alert.rule;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.audit.conflict.Relation;
import org.alongside.audit.work.Access;

/**
 * Access to a client of the worker's own household, what tools of the field call household snooping. Rests on the declaration
 * {@code own-household}; every access counts, hits of a search too, lines of a list not.
 *
 * <p>
 * Household members whom nobody declared are not found: which clients live together is not yet recorded anywhere in the suite, and
 * workers' addresses never are. An event of intake-service about the members of a household would let one declaration stand for all
 * of them.
 */
@ApplicationScoped
class SameHousehold implements AlertRule {

    @Override
    public Optional<Finding> judge(Access access, Facts facts) {
        if (!access.opensRecord() || access.isListed()) {
            return Optional.empty();
        }
        return facts.conflicts().relation(access.actor(), access.client(), access.at())
                .filter(relation -> relation == Relation.OWN_HOUSEHOLD)
                .map(relation -> Finding.ofClient(RuleCode.SAME_HOUSEHOLD, access,
                        "This client has been declared to be of this worker's own household."));
    }
}
