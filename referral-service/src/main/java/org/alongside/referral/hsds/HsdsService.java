package org.alongside.referral.hsds;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;
import org.alongside.referral.hsds.api.HsdsPage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Documents of the directory, one by one, in pages, and in a stream. */
@ApplicationScoped
@Transactional
class HsdsService {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    /** Services that one answer holds with all that is nested in them: anyone may ask for it, and it is put together in memory. */
    static final int MOST_WHOLE_SERVICES = 500;

    private final HsdsRepository directory;
    private final Counts counts;

    HsdsService(HsdsRepository directory, Counts counts) {
        this.directory = directory;
        this.counts = counts;
    }

    /** @throws Problem {@code not-found}; {@code invalid-input} when an organization has too many services to be whole */
    ObjectNode document(DocumentShape shape, UUID id) {
        requireFew(shape, List.of(id));
        return directory.documents(shape, List.of(id)).stream().findFirst().orElseThrow(Problem::notFound);
    }

    /** Ordered by name; a page beyond the last is empty. */
    HsdsPage page(Listing listing, Paging paging) {
        int size = paging.size(listing);
        List<UUID> ids = directory.ids(listing.query(), size, paging.offset(listing));
        requireFew(listing.shape(), ids);
        List<JsonNode> contents = new ArrayList<>(documents(listing, ids));
        return HsdsPage.of(contents, counts.of(listing.query(), directory::count), paging.page(), size);
    }

    Listing serviceAtLocations(ServiceAtLocationFilter filter) {
        return filter.listing(directory::centre);
    }

    /**
     * The next of a list that is read to its end, in the order of ids.
     *
     * @param last the id before; null at the start
     */
    Batch next(Listing listing, UUID last, int most) {
        List<UUID> ids = directory.idsAfter(listing.query(), last == null ? BEFORE_ALL : last, most);
        return new Batch(documents(listing, ids), ids.size() < most ? null : ids.get(most - 1));
    }

    private void requireFew(DocumentShape shape, List<UUID> organizations) {
        if (shape == DocumentShape.ORGANIZATION_FULL_SERVICE
                && directory.servicesOf(organizations) > MOST_WHOLE_SERVICES) {
            throw Problem.invalid(Violation.ofQuery("full_service", "too-many-services",
                    "the answer would hold more than "
                            + MOST_WHOLE_SERVICES
                            + " whole services: read /hsds/services?full=true&organization_id=… page by page,"
                            + " or fewer organizations at once"));
        }
    }

    /** @param last the id to go on after; null when nothing comes after it */
    record Batch(List<ObjectNode> documents, UUID last) {}

    private List<ObjectNode> documents(Listing listing, List<UUID> ids) {
        return listing.minimal() ? directory.minimal(ids) : directory.documents(listing.shape(), ids);
    }
}
