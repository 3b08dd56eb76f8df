package org.alongside.audit.accessevent;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.audit.accessevent.api.AccessEventView;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.paging.Cursors;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.kit.problem.Problem;

/** Searches the access log. Each search is itself an access and comes into the log. */
@ApplicationScoped
@Transactional
public class AccessEventService {

    private static final String SEARCH = "access-event.search";

    private final AccessEventRepository entries;
    private final AccessEventMapper mapper;
    private final AccessGate gate;
    private final Cursors cursors;

    AccessEventService(AccessEventRepository entries, AccessEventMapper mapper, AccessGate gate, Cursors cursors) {
        this.entries = entries;
        this.mapper = mapper;
        this.gate = gate;
        this.cursors = cursors;
    }

    /** Newest first. Entries that come in meanwhile do not move what later pages show: an index never changes. */
    public Page<AccessEventView> search(AccessEventQuery query, PageRequest page) {
        Long before = page.cursor() == null ? null : position(query, page.cursor());
        gate.discloseAggregate(query.client());
        List<AccessEntry> rows = entries.search(query, before, page.rowsToRead());
        return Page.of(rows, page, mapper::view, row -> cursor(query, row));
    }

    /**
     * All events of one request, recorded as an access for each client they name.
     *
     * @throws Problem {@code not-found} when no event with this id is in the log (yet) or none is visible to the caller
     */
    public Page<AccessEventView> ofAccess(UUID accessId) {
        List<AccessEntry> rows = entries.ofAccess(accessId);
        if (rows.isEmpty()) {
            throw Problem.notFound();
        }
        rows.stream().map(AccessEntry::client).filter(Objects::nonNull).distinct().forEach(gate::discloseAggregate);
        if (rows.stream().map(AccessEntry::client).anyMatch(Objects::isNull)) {
            gate.discloseAggregate(null);
        }
        return new Page<>(rows.stream().map(mapper::view).toList(), null);
    }

    private String cursor(AccessEventQuery query, AccessEntry last) {
        return cursors.seal(SEARCH, query, Long.toString(last.entryIndex()));
    }

    private Long position(AccessEventQuery query, String cursor) {
        return Long.valueOf(cursors.open(SEARCH, query, cursor).get(0));
    }
}
