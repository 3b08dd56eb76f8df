package org.alongside.audit.alert.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.audit.work.Access;

/**
 * A client opened by a worker of the home agency although every case of the client has been closed for a while: longer than
 * {@code alongside.alert-rules.after-closure} (3 days, for the paperwork), or for those who worked with the client
 * {@code alongside.alert-rules.after-closure-own} (30 days, for the check-in). Lines of a search or list are not judged, nor are clients
 * without a case. Taking the case up again ends it.
 */
@ApplicationScoped
class AccessAfterClosure implements AlertRule {

    private final Duration others;
    private final Duration own;

    AccessAfterClosure(RuleConfig config) {
        this.others = config.afterClosure();
        this.own = config.afterClosureOwn();
    }

    @Override
    public Optional<Finding> judge(Access access, Facts facts) {
        if (!access.opensRecord() || !access.atHome() || !access.byWorker() || access.isListed() || access.isFound()
                || access.isEmergency()) {
            return Optional.empty();
        }
        return facts.cases().closedSince(facts.persons().recordsOf(access.client()))
                .filter(closed -> closed.plus(patience(access, facts))
                        .isBefore(access.at()))
                .map(closed -> finding(access, closed));
    }

    private Duration patience(Access access, Facts facts) {
        return facts.persons().recordsOf(access.client()).stream()
                .anyMatch(record -> facts.work().worked(access.actor(), record)) ? own : others;
    }

    private static Finding finding(Access access, Instant closed) {
        return Finding.ofClient(RuleCode.ACCESS_AFTER_CLOSURE, access,
                "Every case of this client has been closed since " + closed + ".");
    }
}
