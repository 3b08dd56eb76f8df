package org.alongside.auditlog.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.alongside.auditlog.LogEntry;
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
     * @param afterRemoved whether entries were removed at the front of the log: what comes before the first known event of a source is
     *                     not missed then
     */
    Finding take(LogEntry entry, long index, boolean afterRemoved) {
        Progress progress = places.computeIfAbsent(new Place(entry.source(), entry.epoch()), place -> new Progress());
        long sequence = entry.sequence();
        if (afterRemoved && progress.next == 1 && sequence > 1) {
            progress.next = sequence;
            keep(progress, 1, sequence - 1, REMOVED);
        }
        if (sequence < progress.next) {
            return fill(progress, sequence)
                    ? null
                    : new Finding(Kind.SEQUENCE, index,
                            "Entry " + index + " is event " + sequence + " of " + entry.source() + " in epoch "
                                    + entry.epoch() + " for the second time");
        }
        if (sequence > progress.next) {
            progress.gaps.put(progress.next, new Gap(sequence - 1, index));
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

    /** What is missing at the end. */
    List<Finding> missing() {
        List<Finding> missing = new ArrayList<>();
        places.forEach((place, progress) -> progress.gaps.forEach((from, gap) -> missing(missing, place, from, gap)));
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
