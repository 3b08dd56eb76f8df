package org.alongside.audit.accessevent;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.alongside.audit.accessevent.api.AccessEventView;
import org.alongside.audit.accessevent.api.EntryBytes;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.paging.Cursors;
import org.alongside.kit.paging.Page;
import org.alongside.kit.paging.PageRequest;
import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;

/** Searches the access log. Each search is itself an access and comes into the log. */
@ApplicationScoped
@Transactional
public class AccessEventService {

    private static final String SEARCH = "access-event.search";
    /** Entries read, recorded and held in memory at once. */
    private static final int EXPORT_PAGE = 500;

    private final AccessEventRepository entries;
    private final AccessEventMapper mapper;
    private final AccessGate gate;
    private final Sight sight;
    private final Cursors cursors;

    AccessEventService(AccessEventRepository entries, AccessEventMapper mapper, AccessGate gate, Sight sight,
            Cursors cursors) {
        this.entries = entries;
        this.mapper = mapper;
        this.gate = gate;
        this.sight = sight;
        this.cursors = cursors;
    }

    /** Newest first, all pages as the log was at the first. */
    public Page<AccessEventView> search(AccessEventQuery query, PageRequest page) {
        AccessEventQuery checked = query.checked("");
        Place place = place(checked, page.cursor());
        gate.discloseAggregate(checked.client());
        List<AccessEntry> rows = entries.search(checked, sight.agency(), EntryOrder.NEWEST_FIRST, place.size(),
                place.last(), page.rowsToRead());
        return Page.of(rows, page, mapper::view, row -> cursor(checked, place.size(), Position.of(row)));
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

    /**
     * What a query finds, for an export: oldest first, and only what is in the log now. Each page is an access of its own, recorded with
     * its first and last entry.
     *
     * @param logSize entries that an earlier part of the export covered; {@code null} for all that are in the log now
     * @param after   index of the entry behind which to begin; {@code null} begins with the first
     * @throws Problem {@code invalid-input} when the log has not that many entries, or shows the caller no such one among them
     */
    public AccessEventPages pages(AccessEventQuery query, Long logSize, Long after) {
        AccessEventQuery checked = query.checked("/query");
        long size = entries.size();
        if (logSize != null && logSize > size) {
            throw Problem.invalid(new Violation("/logSize", "range", "the log has fewer entries"));
        }
        long bound = logSize == null ? size : logSize;
        return new AccessEventPages(bound, after == null ? null : position(after, bound),
                last -> export(checked, bound, last), mapper::view);
    }

    /**
     * The bytes of one entry, recorded as an access about its client.
     *
     * @throws Problem {@code not-found} when the log has no such entry or does not show it to the caller
     */
    public EntryBytes entry(long index) {
        AccessEntry entry = entries.findByIdOptional(index).orElseThrow(Problem::notFound);
        gate.discloseAggregate(entry.client(), CoveredEntry.of(List.of(entry)));
        return new EntryBytes(index, entry.entry());
    }

    /**
     * The bytes of consecutive entries, recorded with the first and the last of them.
     *
     * @throws Problem {@code not-found} when not all of them are in the log and visible to the caller
     */
    public List<EntryBytes> entries(long from, int count) {
        List<AccessEntry> rows = entries.range(from, count);
        if (rows.size() < count) {
            throw Problem.notFound();
        }
        gate.discloseAggregate(null, CoveredEntry.of(rows));
        return rows.stream().map(row -> new EntryBytes(row.entryIndex(), row.entry())).toList();
    }

    private List<AccessEntry> export(AccessEventQuery query, long size, Position last) {
        List<AccessEntry> page = entries.search(query, sight.agency(), EntryOrder.OLDEST_FIRST, size, last,
                EXPORT_PAGE);
        gate.discloseAggregate(query.client(), CoveredEntry.of(page));
        return page;
    }

    private Position position(long after, long size) {
        return entries.findByIdOptional(after).filter(entry -> after < size).map(Position::of)
                .orElseThrow(() -> Problem.invalid(new Violation("/after", "range",
                        "must be an entry that an earlier part of this export held")));
    }

    private Place place(AccessEventQuery query, String cursor) {
        if (cursor == null) {
            return new Place(entries.size(), null);
        }
        List<String> parts = cursors.open(SEARCH, query, cursor);
        return new Place(Long.parseLong(parts.get(0)),
                new Position(Instant.parse(parts.get(1)), Long.parseLong(parts.get(2))));
    }

    private String cursor(AccessEventQuery query, long size, Position last) {
        return cursors.seal(SEARCH, query, Long.toString(size), last.accessedAt().toString(),
                Long.toString(last.entryIndex()));
    }

    /**
     * Where a page begins.
     *
     * @param size of the log at the first page
     */
    private record Place(long size, Position last) {}
}
