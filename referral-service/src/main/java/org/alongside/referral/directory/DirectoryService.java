package org.alongside.referral.directory;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.referral.directory.api.ServiceOffer;

/** What services offer, and the places that they have. */
@ApplicationScoped
@Transactional
public class DirectoryService {

    private final DirectoryRepository directory;
    private final Clock clock;

    DirectoryService(DirectoryRepository directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    public Optional<ServiceOffer> offer(UUID serviceId) {
        return directory.offer(serviceId);
    }

    /**
     * Takes one place of a service for as long as {@link #givePlaceBack} is not called. However many ask at the same moment,
     * no more get one than there are.
     *
     * @return the capacity to give it back to; empty when the service has no limit
     * @throws Problem {@code capacity-exhausted}
     */
    public Optional<UUID> takePlace(UUID serviceId) {
        Optional<UUID> capacity = directory.takePlace(serviceId, clock.instant());
        if (capacity.isEmpty() && directory.isLimited(serviceId)) {
            throw Problem.of(ProblemType.CAPACITY_EXHAUSTED);
        }
        return capacity;
    }

    public void givePlaceBack(UUID capacityId) {
        directory.givePlaceBack(capacityId, clock.instant());
    }
}
