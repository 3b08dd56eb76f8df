package org.alongside.audit.accessevent;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.alongside.audit.accessevent.api.AccessEventView;
import org.alongside.audit.accessevent.api.EntryBytes;
import org.alongside.audit.accessevent.api.Timeline;
import org.alongside.audit.accessevent.api.TimelineStep;
import org.alongside.audit.month.RemovedEntries;
import org.alongside.kit.access.AccessGate;
import org.alongside.kit.access.Outcome;
import org.alongside.kit.merge.MergedClients;
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
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");
    private static final Duration LONGEST_TIMELINE = Duration.ofDays(92);

    private final AccessEventRepository entries;
    private final AccessEventMapper mapper;
    private final AccessGate gate;
    private final Sight sight;
    private final Cursors cursors;
    private final RemovedEntries removed;
    private final MergedClients merged;

    AccessEventService(AccessEventRepository entries, AccessEventMapper mapper, AccessGate gate, Sight sight,
            Cursors cursors, RemovedEntries removed, MergedClients merged) {
        this.entries = entries;
        this.mapper = mapper;
        this.gate = gate;
        this.sight = sight;
        this.cursors = cursors;
        this.removed = removed;
        this.merged = merged;
    }

    /** Newest first, all pages as the log was at the first. */
    public Page<AccessEventView> search(AccessEventQuery query, PageRequest page) {
        AccessEventQuery checked = query.checked("");
        Place place = place(checked, page.cursor());
        discloseSearch(checked, List.of());
        List<AccessEntry> rows = entries.search(checked, sight.agency(), EntryOrder.NEWEST_FIRST, place.size(),
                place.last(), page.rowsToRead());
        return Page.of(rows, page, mapper::view, row -> cursor(checked, place.size(), Position.of(row)));
    }

    /**
     * How many accesses there were, refused ones apart, by hour or day.
     *
     * @throws Problem {@code invalid-input} when an end of the time is missing or it is longer than 92 days; {@code store-unavailable} when counting takes longer than
     *                 a request may
     */
    public Timeline timeline(AccessEventQuery query) {
        AccessEventQuery checked = requireTimeline(query);
        discloseSearch(checked, List.of());
        TimelineStep step = TimelineStep.of(Duration.between(checked.from(), checked.to()));
        return new Timeline(checked.from(), checked.to(), step,
                bars(checked, step, entries.count(checked, sight.agency(), step)));
    }

    /** @throws Problem as {@link #timeline}, of what is wrong with the query */
    public static AccessEventQuery requireTimeline(AccessEventQuery query) {
        AccessEventQuery checked = query.checked("");
        if (checked.from() == null || checked.to() == null) {
            throw Problem.invalid(new Violation(checked.from() == null ? "/from" : "/to", "required", "is needed"));
        }
        if (Duration.between(checked.from(), checked.to()).compareTo(LONGEST_TIMELINE) > 0) {
            throw Problem.invalid(new Violation("/from", "range", "must be at most 92 days before to"));
        }
        return checked;
    }

    private static List<Timeline.Bar> bars(AccessEventQuery query, TimelineStep step, List<Tuple> counts) {
        Map<Long, Map<String, Long>> byStep = counts.stream().collect(Collectors.groupingBy(
                row -> row.get("step", Long.class),
                Collectors.toMap(row -> row.get("outcome", String.class), row -> row.get("count", Long.class))));
        return LongStream.rangeClosed(step.number(query.from()), step.number(query.to().minusNanos(1)))
                .mapToObj(number -> bar(step.begin(number), byStep.getOrDefault(number, Map.of()))).toList();
    }

    private static Timeline.Bar bar(Instant begin, Map<String, Long> counts) {
        return new Timeline.Bar(begin, counts.getOrDefault(Outcome.ALLOWED.code(), 0L),
                counts.getOrDefault(Outcome.DENIED.code(), 0L) + counts.getOrDefault(Outcome.NOT_VISIBLE.code(), 0L),
                counts.getOrDefault(Outcome.FAILED.code(), 0L));
    }

    /**
     * One entry, recorded as an access about its client.
     *
     * @throws Problem {@code not-found} when the log has no such entry or does not show it to the caller
     */
    public AccessEventView read(long index) {
        AccessEntry entry = entries.entry(index).orElseThrow(Problem::notFound);
        gate.discloseAggregate(entry.client(), CoveredEntry.of(List.of(entry)));
        return mapper.view(entry);
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
     * @param afterAt its time of access, needed when it was removed meanwhile; {@code null} when not known
     * @throws Problem {@code invalid-input} when the log has not that many entries, or shows the caller no such one among them
     */
    public AccessEventPages pages(AccessEventQuery query, Long logSize, Long after, Instant afterAt) {
        AccessEventQuery checked = query.checked("/query");
        long size = entries.size();
        if (logSize != null && logSize > size) {
            throw Problem.invalid(new Violation("/logSize", "range", "the log has fewer entries"));
        }
        long bound = logSize == null ? size : logSize;
        return new AccessEventPages(bound, after == null ? null : position(checked, after, afterAt, bound),
                last -> export(checked, bound, last), mapper::view);
    }

    /**
     * The bytes of one entry, recorded as an access about its client.
     *
     * @throws Problem {@code not-found} when the log has no such entry or does not show it to the caller
     */
    public EntryBytes entry(long index) {
        AccessEntry entry = entries.entry(index).orElseThrow(Problem::notFound);
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

    /**
     * As {@link #entries}, when only the last of them are kept, because the time of those before was over.
     *
     * @throws Problem {@code not-found} when none of them was removed, or all were
     */
    public List<EntryBytes> kept(long from, int count) {
        long first = removed.end();
        if (first <= from || first >= from + count) {
            throw Problem.notFound();
        }
        return entries(first, (int) (from + count - first));
    }

    /** As an access about each record of the person who is asked about. */
    private void discloseSearch(AccessEventQuery query, List<CoveredEntry> entries) {
        if (query.client() == null) {
            gate.discloseAggregate(null, entries);
        } else {
            merged.recordsOf(query.client()).forEach(record -> gate.discloseAggregate(record, entries));
        }
    }

    private List<AccessEntry> export(AccessEventQuery query, long size, Position last) {
        List<AccessEntry> page = entries.search(query, sight.agency(), EntryOrder.OLDEST_FIRST, size, last,
                EXPORT_PAGE);
        discloseSearch(query, CoveredEntry.of(page));
        return page;
    }

    private Position position(AccessEventQuery query, long after, Instant afterAt, long size) {
        return after < Math.min(removed.end(), size)
                ? removedPosition(query, after, afterAt)
                : entries.entry(after).filter(entry -> after < size).map(Position::of)
                        .orElseThrow(() -> Problem.invalid(new Violation("/after", "range",
                                "must be an entry that an earlier part of this export held")));
    }

    /** Which time of access it had only the caller knows. */
    private static Position removedPosition(AccessEventQuery query, long after, Instant afterAt) {
        if (afterAt == null) {
            throw Problem.invalid(new Violation("/afterAt", "required",
                    "is needed, because the log has removed the entry of after"));
        }
        if (query.from() != null && afterAt.isBefore(query.from())
                || query.to() != null && !afterAt.isBefore(query.to())
                || afterAt.isBefore(Instant.EPOCH) || afterAt.isAfter(END_OF_TIME)) {
            throw Problem.invalid(new Violation("/afterAt", "range",
                    "must be the time of access of that entry, within the time that the export is about"));
        }
        return new Position(afterAt.truncatedTo(ChronoUnit.MICROS), after);
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
