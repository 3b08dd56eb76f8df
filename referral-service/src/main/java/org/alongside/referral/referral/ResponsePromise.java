package org.alongside.referral.referral;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.referral.directory.DirectoryService;
import org.alongside.referral.directory.api.ServiceOffer;

/** Until when a service has promised to answer what is sent, or put on its waiting list, now. */
@ApplicationScoped
class ResponsePromise {

    private final DirectoryService directory;
    private final Clock clock;

    ResponsePromise(DirectoryService directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** @return {@code null} without a promise */
    Instant of(ServiceOffer offer) {
        return offer.responseHours() == null ? null : clock.instant().plus(Duration.ofHours(offer.responseHours()));
    }

    /** @return {@code null} without a promise */
    Instant of(UUID serviceId) {
        return directory.offer(serviceId).map(this::of).orElse(null);
    }
}
