package org.alongside.auditlog.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.alongside.auditlog.verify.Finding.Kind;

/** Collects findings: the first thousand in full, all of them counted. One of a kind an entry. */
final class Findings {

    private static final int KEPT = 1000;

    private final List<Finding> kept = new ArrayList<>();
    private final Set<List<Object>> seen = new HashSet<>();
    private long total;

    void add(Kind kind, Long entry, String message) {
        add(new Finding(kind, entry, message));
    }

    void add(Finding finding) {
        boolean repeated = finding.entry() != null && kept.size() < KEPT
                && !seen.add(List.of(finding.kind(), finding.entry()));
        if (repeated) {
            return;
        }
        total++;
        if (kept.size() < KEPT) {
            kept.add(finding);
        }
    }

    long total() {
        return total;
    }

    /** By kind, so that causes stand before what follows from them, and by entry. */
    List<Finding> sorted() {
        return kept.stream().sorted(Comparator.comparing(Finding::kind).thenComparing(Finding::entry,
                Comparator.nullsLast(Comparator.naturalOrder()))).toList();
    }
}
