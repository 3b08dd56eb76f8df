package org.alongside.auditlog.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.alongside.auditlog.LogEntry;
import org.alongside.auditlog.tile.TileName;
import org.alongside.auditlog.verify.Finding.Kind;

/**
 * Whether each source's numbers, within each of its epochs, are all there and there once: from 1, in any order, since an event that
 * arrives late is sealed late. Memory grows with the number of gaps only, and that is bounded.
 */
final class SourceSequences {

    private static final int MAX_GAPS = 100_000;
    /** Where a gap showed whose events may be among the removed entries. */
    private static final long REMOVED = -1;

    private final Map<Place, Progress> places = new HashMap<>();
    private int gaps;

    /** Of a source. */
    record Place(String source, int epoch) {}

    /** @param entry at which the gap showed */
    private record Gap(long to, long entry) {}

    private static final class Progress {
        private long next = 1;
        private final TreeMap<Long, Gap> gaps = new TreeMap<>();
    }

    /**
     * What is wrong with this entry's number; null when nothing is, as far as one can tell yet.
     *
     * @param removed entries at the front of the log: events before the first known one of a source may have been among them, and those
     *                that a late event left out which came shortly behind them
     */
    Finding take(LogEntry entry, long index, long removed) {
        Progress progress = places.computeIfAbsent(new Place(entry.source(), entry.epoch()), place -> new Progress());
        long sequence = entry.sequence();
        if (sequence < progress.next) {
            return fill(progress, sequence)
                    ? null
                    : new Finding(Kind.SEQUENCE, index,
                            "Entry " + index + " is event " + sequence + " of " + entry.source() + " in epoch "
                                    + entry.epoch() + " for the second time");
        }
        if (sequence > progress.next) {
            boolean known = removed == 0 || progress.next > 1 && index >= removed + TileName.FULL;
            progress.gaps.put(progress.next, new Gap(sequence - 1, known ? index : REMOVED));
            gaps++;
        }
        progress.next = sequence + 1;
        return null;
    }

    /** There are more gaps than can be kept in mind. */
    boolean isHopeless() {
        return gaps > MAX_GAPS;
    }

    private boolean fill(Progress progress, long sequence) {
        Map.Entry<Long, Gap> gap = progress.gaps.floorEntry(sequence);
        if (gap == null || gap.getValue().to() < sequence) {
            return false;
        }
        progress.gaps.remove(gap.getKey());
        gaps--;
        keep(progress, gap.getKey(), sequence - 1, gap.getValue().entry());
        keep(progress, sequence + 1, gap.getValue().to(), gap.getValue().entry());
        return true;
    }

    private void keep(Progress progress, long from, long to, long entry) {
        if (from <= to) {
            progress.gaps.put(from, new Gap(to, entry));
            gaps++;
        }
    }

    /**
     * What is missing at the end.
     *
     * @param removed entries at the front: each was one event, so that no more than so many can be among them
     */
    List<Finding> missing(long removed) {
        List<Finding> missing = new ArrayList<>();
        places.forEach((place, progress) -> progress.gaps.forEach((from, gap) -> missing(missing, place, from, gap)));
        long unknown = places.values().stream().flatMap(progress -> progress.gaps.entrySet().stream())
                .filter(gap -> gap.getValue().entry() == REMOVED)
                .mapToLong(gap -> gap.getValue().to() - gap.getKey() + 1).sum();
        if (unknown > removed) {
            missing.add(new Finding(Kind.SEQUENCE, removed,
                    "Of all sources " + unknown + " events are missing before entry "
                            + removed + " or shortly behind it, and only " + removed + " entries were removed"));
        }
        return missing;
    }

    private static void missing(List<Finding> missing, Place place, long from, Gap gap) {
        if (gap.entry() != REMOVED) {
            missing.add(new Finding(Kind.SEQUENCE, gap.entry(),
                    "Events " + from + " to " + gap.to() + " of " + place.source() + " in epoch " + place.epoch()
                            + " are missing: they are not before entry " + gap.entry() + " and not behind it"));
        }
    }

    /** How far each source got. */
    List<Report.SourceReach> reach() {
        return places.entrySet().stream()
                .map(each -> new Report.SourceReach(each.getKey().source(), each.getKey().epoch(),
                        each.getValue().next - 1))
                .sorted().toList();
    }
}
