package org.alongside.referral.verification;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

/** Tells what is stale; days are those of UTC. */
@ApplicationScoped
public class Freshness {

    private final VerificationConfig config;
    private final Clock clock;

    Freshness(VerificationConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** @param confirmed HSDS {@code assured_date}; null for never */
    public Standing of(LocalDate confirmed) {
        if (confirmed == null) {
            return Standing.NEVER;
        }
        return confirmed.isBefore(oldestCurrent()) ? Standing.STALE : Standing.CURRENT;
    }

    /** The first day on which a confirmation still counts. */
    LocalDate oldestCurrent() {
        return today().minusDays(config.staleAfter().toDays());
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
