package org.alongside.referral.hsds;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.kit.problem.Problem;
import org.alongside.referral.hsds.api.HsdsPage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Documents of the directory, one by one, in pages, and in a stream. */
@ApplicationScoped
@Transactional
class HsdsService {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final HsdsRepository directory;
    private final Counts counts;

    HsdsService(HsdsRepository directory, Counts counts) {
        this.directory = directory;
        this.counts = counts;
    }

    /** @throws Problem {@code not-found} */
    ObjectNode document(DocumentShape shape, UUID id) {
        return directory.documents(shape, List.of(id)).stream().findFirst().orElseThrow(Problem::notFound);
    }

    /** Ordered by name; a page beyond the last is empty. */
    HsdsPage page(Listing listing, Paging paging) {
        int size = paging.size(listing);
        List<UUID> ids = directory.ids(listing.query(), size, paging.offset(listing));
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

    /** @param last the id to go on after; null when nothing comes after it */
    record Batch(List<ObjectNode> documents, UUID last) {}

    private List<ObjectNode> documents(Listing listing, List<UUID> ids) {
        return listing.minimal() ? directory.minimal(ids) : directory.documents(listing.shape(), ids);
    }
}
