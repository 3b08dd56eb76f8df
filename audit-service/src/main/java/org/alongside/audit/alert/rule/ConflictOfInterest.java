package org.alongside.audit.alert.rule;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.audit.conflict.Relation;
import org.alongside.audit.work.Access;

/**
 * Access to a client by a worker who has declared to stand close to them outside work, as a relative, friend or otherwise. Every such
 * access from the declaration until it is withdrawn, hits of a search too; not lines of a list, which nobody chooses. It finds what was
 * declared, nothing else.
 */
@ApplicationScoped
class ConflictOfInterest implements AlertRule {

    @Override
    public Optional<Finding> judge(Access access, Facts facts) {
        if (!access.opensRecord() || access.isListed()) {
            return Optional.empty();
        }
        return facts.persons().recordsOf(access.client()).stream()
                .flatMap(record -> facts.conflicts().relation(access.actor(), record, access.at()).stream())
                .min(Relation::compareTo).filter(relation -> relation != Relation.OWN_HOUSEHOLD)
                .map(relation -> Finding.ofClient(RuleCode.CONFLICT_OF_INTEREST, access,
                        "This worker has declared a conflict of interest for this client: " + relation.code() + "."));
    }
}
