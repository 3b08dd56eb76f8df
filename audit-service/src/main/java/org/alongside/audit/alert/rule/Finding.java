package org.alongside.audit.alert.rule;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.alongside.audit.work.Access;

/**
 * What a rule found in an access.
 *
 * @param client {@code null} when it is about the actor's conduct as a whole
 * @param homeAgency of the client; {@code null} without one
 * @param at time of the access
 * @param entries indexes in the log
 * @param explanation a sentence of ids and codes, without the actor and the client, whom the alert names besides
 */
public record Finding(RuleCode rule, String actor, UUID agency, UUID client, UUID homeAgency, Instant at,
        List<Long> entries, String explanation) {

    static Finding ofClient(RuleCode rule, Access access, String explanation) {
        return new Finding(rule, access.actor(), access.agency(), access.client(), access.home(), access.at(),
                List.of(access.index()), explanation);
    }

    static Finding ofActor(RuleCode rule, Access access, String explanation) {
        return new Finding(rule, access.actor(), access.agency(), null, null, access.at(), List.of(access.index()),
                explanation);
    }
}
