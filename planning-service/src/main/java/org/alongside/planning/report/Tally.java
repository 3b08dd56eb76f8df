package org.alongside.planning.report;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import jakarta.persistence.Tuple;

/**
 * The people of one row whom the same figures count.
 *
 * @param key   of the row; null when there is one row with all
 * @param days  from opening to the first ending, of those whose case ended
 */
record Tally(String key, Set<String> figures, long people, List<Integer> days) {

    static Tally of(Tuple row) {
        Integer[] days = row.get("days", Integer[].class);
        return new Tally(row.get("key", String.class), new TreeSet<>(List.of(row.get("figures", String[].class))),
                row.get("people", Long.class), days == null ? List.of() : List.of(days));
    }
}
