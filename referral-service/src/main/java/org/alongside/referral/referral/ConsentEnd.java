package org.alongside.referral.referral;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/**
 * Sees to the referrals under consents that have ended. What cannot be settled holds up nothing else, and is tried again in every
 * round, since it is found by its own state. Safe with many instances: whoever comes second to a referral finds it settled.
 */
@ApplicationScoped
class ConsentEnd {

    private static final Logger LOG = Logger.getLogger(ConsentEnd.class);

    private final ConsentEndSteps steps;
    /** Told once, not in every round. */
    private final Set<UUID> failing = ConcurrentHashMap.newKeySet();

    ConsentEnd(ConsentEndSteps steps) {
        this.steps = steps;
    }

    @Scheduled(every = "${alongside.referral.consent-end-every}", delayed = "1s", identity = "consent-end", concurrentExecution = ConcurrentExecution.SKIP)
    void settle() {
        steps.endedConsents().forEach(this::settle);
    }

    private void settle(UUID consentId) {
        tried("Consent", consentId, () -> {
            steps.restingOn(consentId).forEach(
                    referral -> tried("Referral", referral, () -> steps.settleReferral(referral)));
            steps.settleConsent(consentId);
        });
    }

    private void tried(String what, UUID id, Runnable step) {
        try {
            step.run();
            failing.remove(id);
        } catch (RuntimeException e) {
            if (failing.add(id)) {
                LOG.errorf("%s %s cannot be settled after the end of the consent, and is tried until it can: %s", what,
                        id,
                        e.getClass().getName());
            }
        }
    }
}
