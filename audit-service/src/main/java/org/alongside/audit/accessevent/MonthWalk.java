package org.alongside.audit.accessevent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.alongside.audit.month.MonthSpan;

/**
 * Goes through the months of the log in the order of a search, few at first, and stops as soon as no other month can hold an entry that
 * belongs on the page. What many have done lately is found in few months; what is rare costs two or three statements instead of one.
 */
final class MonthWalk {

    private static final int FIRST_MONTHS = 3;

    private final EntryOrder order;
    private final List<MonthSpan> months;

    MonthWalk(EntryOrder order, List<MonthSpan> months) {
        this.order = order;
        this.months = months.stream().sorted(order.ofMonths()).toList();
    }

    /**
     * @param of    the first {@code limit} entries of some months
     * @param place of an entry
     * @return those of all
     */
    <E> List<E> first(int limit, Function<List<MonthSpan>, List<E>> of, Function<E, Position> place) {
        List<E> found = List.of();
        for (int read = 0; read < months.size();) {
            if (found.size() == limit && order.isBefore(place.apply(found.get(limit - 1)), months.get(read))) {
                break;
            }
            List<MonthSpan> next = months.subList(read,
                    Math.min(months.size(), read + step(read, found.size(), limit)));
            found = Stream.concat(found.stream(), of.apply(next).stream())
                    .sorted(Comparator.comparing(place, order.ofPositions())).limit(limit).toList();
            read += next.size();
        }
        return found;
    }

    /** How many months to read next: as many as those read let expect to be enough, and half as many more. */
    private int step(int read, int found, int limit) {
        if (read == 0) {
            return FIRST_MONTHS;
        }
        return found == 0 ? months.size() : FIRST_MONTHS + (limit - found) * read * 3 / (found * 2);
    }

    /** The same months, those that follow each other as one. */
    static List<MonthSpan> joined(List<MonthSpan> months) {
        List<MonthSpan> joined = new ArrayList<>();
        months.stream().sorted(Comparator.comparing(MonthSpan::begins)).forEach(month -> {
            MonthSpan last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && last.ends().equals(month.begins())) {
                joined.set(joined.size() - 1, new MonthSpan(last.begins(), month.ends(), null, null));
            } else {
                joined.add(month);
            }
        });
        return joined;
    }
}
