package org.alongside.audit.alert.rule;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.audit.work.Access;

/**
 * Many refusals (403 and 404) of one actor in a short time: {@code alongside.alert-rules.refusals} (10) within two neighbouring spans of
 * five minutes. Finds who tries ids or operations one after the other; also a program that is broken, which wants to be looked at too.
 * Requests without a valid token are not in the log.
 */
@ApplicationScoped
class RefusalBurst implements AlertRule {

    private final int limit;

    RefusalBurst(RuleConfig config) {
        this.limit = config.refusals();
    }

    @Override
    public Optional<Finding> judge(Access access, Facts facts) {
        if (!access.isRefused() || access.agency() == null
                || facts.refusals().around(access.actor(), access.at()) < limit) {
            return Optional.empty();
        }
        return Optional.of(Finding.ofActor(RuleCode.REFUSAL_BURST, access,
                "At least %d requests of this actor were refused within ten minutes.".formatted(limit)));
    }
}
