package org.alongside.audit.alert.rule;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.audit.work.Access;
import org.alongside.audit.work.HourlyClients;

/**
 * More clients in one hour (UTC) than this worker ever had in one: more than twice the own baseline, which is the most clients of an
 * hour so far, fading by 1 % with each hour of work; never fewer than {@code alongside.alert-rules.many-clients} (40). Before 20 hours of
 * work there is no baseline, and the limit is {@code alongside.alert-rules.many-clients-unknown} (80). Finds harvesting of records, lists
 * included. It does not find who takes few each hour. Systems of partners are not judged: their work comes in batches.
 */
@ApplicationScoped
class ManyClients implements AlertRule {

    @Override
    public Optional<Finding> judge(Access access, Facts facts) {
        if (!access.opensRecord() || !access.byWorker()) {
            return Optional.empty();
        }
        HourlyClients.Hour hour = facts.hours().hour(access.actor(), access.at());
        return hour.clients() > hour.limit()
                ? Optional.of(Finding.ofActor(RuleCode.MANY_CLIENTS, access,
                        "More than %d clients in one hour, from %s: the limit by this worker's own baseline."
                                .formatted(hour.limit(), hour.start())))
                : Optional.empty();
    }
}
