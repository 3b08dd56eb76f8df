package org.alongside.kit.figures;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One row of a report: how many each figure counts, of what the report counts (referrals, people), and which figures are hidden.
 *
 * <p>The figures that are shown cut what is counted into classes: of one class are those that the same shown figures count. Figures
 * are hidden until no class has 1 to 4 in it, but for the class that no shown figure counts. Whatever can be computed from
 * the shown figures of the row counts whole classes, so it never comes to 1 to 4.
 */
public final class Row {

    /** Fewer than these are not told, unless there are none. */
    public static final int LEAST = 5;

    private final String whole;
    private final Map<Set<String>, Long> counted;
    private final Set<String> hidden = new TreeSet<>();

    /**
     * @param whole   the figure that counts all of the row
     * @param counted how many there are, by the names of all figures that count them; in an order that is always the same
     */
    public Row(String whole, Map<Set<String>, Long> counted) {
        this.whole = whole;
        this.counted = new LinkedHashMap<>(counted);
        settle();
    }

    public static boolean isSmall(long count) {
        return count > 0 && count < LEAST;
    }

    /** Those that are not zero, in order. */
    public Set<String> figures() {
        return counted.keySet().stream().collect(TreeSet::new, Set::addAll, Set::addAll);
    }

    public long value(String figure) {
        return counted.entrySet().stream().filter(each -> each.getKey().contains(figure))
                .mapToLong(Map.Entry::getValue).sum();
    }

    public boolean isHidden(String figure) {
        return hidden.contains(figure);
    }

    /** Names of all that is hidden; of those that protect another row some may be zero. */
    public Set<String> hidden() {
        return Set.copyOf(hidden);
    }

    /** As it may be told: a row of which the size is hidden tells nothing, also not where its zeros are. */
    public Count count(String figure) {
        return isHidden(whole) || isHidden(figure) ? Count.hidden() : Count.of(value(figure));
    }

    /** The size of the row. */
    long size() {
        return value(whole);
    }

    void hide(Collection<String> figures) {
        hidden.addAll(figures);
        settle();
    }

    private void settle() {
        Map<Set<String>, Long> classes = classes();
        for (Optional<Set<String>> small = small(classes); small.isPresent(); small = small(classes)) {
            hidden.addAll(whatParts(small.get(), classes));
            classes = classes();
        }
    }

    /** How many are of each class, by the shown figures that count them. */
    private Map<Set<String>, Long> classes() {
        Map<Set<String>, Long> classes = new LinkedHashMap<>();
        counted.forEach((figures, count) -> {
            Set<String> shown = new TreeSet<>(figures);
            shown.removeAll(hidden);
            classes.merge(shown, count, Long::sum);
        });
        return classes;
    }

    private static Optional<Set<String>> small(Map<Set<String>, Long> classes) {
        return classes.entrySet().stream().filter(each -> !each.getKey().isEmpty() && isSmall(each.getValue()))
                .map(Map.Entry::getKey).findFirst();
    }

    /**
     * The fewest figures without which a class is one with another, or is not counted at all; of as many, the smaller. The size
     * of the row goes last: without it the row tells nothing.
     */
    private Set<String> whatParts(Set<String> small, Map<Set<String>, Long> classes) {
        return Stream
                .concat(classes.keySet().stream().filter(other -> !other.equals(small)), Stream.of(Set.<String>of()))
                .map(other -> difference(small, other))
                .min(Comparator.<Set<String>, Boolean>comparing(parting -> parting.contains(whole))
                        .thenComparingInt(Set::size)
                        .thenComparingLong(parting -> parting.stream().mapToLong(this::value).sum())
                        .thenComparing(Set::toString))
                .orElseThrow();
    }

    private static Set<String> difference(Set<String> one, Set<String> other) {
        Set<String> difference = new TreeSet<>(one);
        other.stream().filter(figure -> !difference.remove(figure)).forEach(difference::add);
        return difference;
    }
}
