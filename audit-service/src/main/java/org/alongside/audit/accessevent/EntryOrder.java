package org.alongside.audit.accessevent;

import java.time.Instant;
import java.util.Comparator;
import java.util.function.Function;

import org.alongside.audit.month.MonthSpan;

/** The two ways through the key of {@link Position}. */
enum EntryOrder {
    /** For people: what just happened comes first. */
    NEWEST_FIRST("desc", "<", MonthSpan::latest, Comparator.reverseOrder()),
    /** For exports: a file grows as the log did. */
    OLDEST_FIRST("asc", ">", MonthSpan::earliest, Comparator.naturalOrder());

    private final String direction;
    private final String beyond;
    private final Function<MonthSpan, Instant> first;
    private final Comparator<Instant> times;

    EntryOrder(String direction, String beyond, Function<MonthSpan, Instant> first, Comparator<Instant> times) {
        this.direction = direction;
        this.beyond = beyond;
        this.first = first;
        this.times = times;
    }

    String clause() {
        return " order by e.accessedAt " + direction + ", e.entryIndex " + direction;
    }

    String beyondPosition() {
        return "(e.accessedAt, e.entryIndex) " + beyond + " (:lastAt, :lastIndex)";
    }

    Comparator<Position> ofPositions() {
        Comparator<Position> byIndex = Comparator.comparingLong(Position::entryIndex);
        return Comparator.comparing(Position::accessedAt, times)
                .thenComparing(this == OLDEST_FIRST ? byIndex : byIndex.reversed());
    }

    /** By what may come first in them: a month that may still get entries is before all that get none. */
    Comparator<MonthSpan> ofMonths() {
        return Comparator.comparing(first, Comparator.nullsFirst(times));
    }

    /** Whether an entry comes before all of a month. */
    boolean isBefore(Position entry, MonthSpan month) {
        return first.apply(month) != null && times.compare(entry.accessedAt(), first.apply(month)) < 0;
    }
}
