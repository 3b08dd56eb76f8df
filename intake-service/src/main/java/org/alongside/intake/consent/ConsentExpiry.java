package org.alongside.intake.consent;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.system.SystemWork;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Marks consents whose time is over. Access ended before, at the second: each grant carries the end of its consent. */
@ApplicationScoped
class ConsentExpiry {

    private static final int BATCH = 100;

    private final ConsentService consents;

    ConsentExpiry(ConsentService consents) {
        this.consents = consents;
    }

    @Scheduled(every = "1m", delayed = "30s", identity = "consent-expiry", concurrentExecution = ConcurrentExecution.SKIP)
    @SystemWork("consent-expiry")
    void expire() {
        consents.expireOverdue(BATCH);
    }
}
