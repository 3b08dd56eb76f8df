package org.alongside.referral.directory;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.ProblemType;
import org.alongside.referral.directory.api.HsdsPage;
import org.alongside.referral.directory.api.ServiceOffer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Organizations, services and locations, and the places that services have. */
@ApplicationScoped
@Transactional
public class DirectoryService {

    private final DirectoryRepository directory;
    private final ObjectMapper json;
    private final Clock clock;

    DirectoryService(DirectoryRepository directory, ObjectMapper json, Clock clock) {
        this.directory = directory;
        this.json = json;
        this.clock = clock;
    }

    /** @throws Problem {@code not-found} */
    JsonNode document(HsdsView view, UUID id) {
        return directory.document(view, id).map(this::parsed).orElseThrow(Problem::notFound);
    }

    /** Ordered by name; a page beyond the last is empty. */
    HsdsPage page(HsdsView view, int pageNumber, int perPage) {
        List<JsonNode> contents = directory.documents(view, perPage, (pageNumber - 1L) * perPage).stream()
                .map(this::parsed)
                .toList();
        return HsdsPage.of(contents, directory.count(view), pageNumber, perPage);
    }

    public Optional<ServiceOffer> offer(UUID serviceId) {
        return directory.offer(serviceId);
    }

    /** Active services for a need whose area covers a postal code, in no order. */
    public List<ServiceOffer> offers(String category, String postalCode) {
        return directory.offers(category, postalCode);
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

    private JsonNode parsed(String document) {
        try {
            return json.readTree(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("The database gave a document that is not JSON", impossible);
        }
    }
}
