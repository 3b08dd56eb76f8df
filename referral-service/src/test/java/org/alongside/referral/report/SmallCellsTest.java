package org.alongside.referral.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.alongside.kit.figures.Row;
import org.alongside.kit.figures.SmallCells;
import org.junit.jupiter.api.Test;

/**
 * What cannot be computed from the figures that are shown. The check is linear algebra, which the rule itself does without: a
 * figure can be computed when it is a combination of the shown ones.
 */
class SmallCellsTest {

    private static final int TRIALS = 300;
    private static final String SEED = "alongside.test.seed";

    @Test
    void aNumberBelowFiveIsHiddenAndWithItTheSmallestOther() {
        Row row = row(Map.of("accepted", 3L, "declined", 6L, "completed", 12L));
        assertTrue(row.isHidden("status/accepted"));
        assertTrue(row.isHidden("status/declined"), "or 21 less 12 less 6 are the accepted");
        assertFalse(row.isHidden("status/completed"));
        assertFalse(row.isHidden(Figures.SENT));
    }

    @Test
    void severalSmallNumbersHideOneAnotherFromFiveOn() {
        Row enough = row(Map.of("accepted", 3L, "declined", 2L, "completed", 12L));
        assertEquals(Set.of("status/accepted", "status/declined"), enough.hidden());
        Row tooFew = row(Map.of("accepted", 2L, "declined", 2L, "completed", 12L));
        assertTrue(tooFew.isHidden("status/completed"), "or 16 less 12 are four");
    }

    @Test
    void fiveAreTold() {
        assertTrue(row(Map.of("accepted", 5L, "declined", 5L)).hidden().isEmpty());
        assertTrue(row(Map.of("accepted", 4L)).isHidden(Figures.SENT));
    }

    @Test
    void aSmallRowIsHiddenAndWithItTheSmallestOther() {
        List<Row> rows = List.of(row(Map.of("accepted", 30L)), row(Map.of("accepted", 2L)),
                row(Map.of("accepted", 9L)));
        SmallCells.hide(rows);
        assertTrue(rows.get(1).isHidden(Figures.SENT));
        assertTrue(rows.get(2).isHidden(Figures.SENT), "or all less the two others are the two");
        assertFalse(rows.get(0).isHidden(Figures.SENT));
    }

    @Test
    void whatIsHiddenInOneRowIsHiddenInAnother() {
        List<Row> rows = List.of(row(Map.of("accepted", 3L, "declined", 6L, "completed", 12L)),
                row(Map.of("accepted", 10L, "declined", 11L, "completed", 12L)),
                row(Map.of("accepted", 20L, "declined", 21L, "completed", 22L)));
        SmallCells.hide(rows);
        assertEquals(rows.get(0).hidden(), rows.get(1).hidden());
        assertTrue(rows.get(2).hidden().isEmpty());
    }

    @Test
    void noFigureBelowFiveCanBeComputedFromThoseShown() {
        long seed = Long.getLong(SEED, new Random().nextLong());
        Random random = new Random(seed);
        int hidden = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            List<Map<Set<String>, Long>> tables = tables(random);
            List<Row> rows = tables.stream().map(table -> new Row(Figures.SENT, table)).toList();
            SmallCells.hide(rows);
            String where = "seed " + seed + ", trial " + trial + ": " + tables;
            hidden += nothingSmallFollows(tables, rows, where);
            remaindersAreLarge(rows, where);
        }
        assertTrue(hidden > TRIALS, "The tables have to have small figures; they had " + hidden);
    }

    /** With each row's own figures, and with the report in one row beside it. */
    private static int nothingSmallFollows(List<Map<Set<String>, Long>> tables, List<Row> rows, String where) {
        Table table = new Table(tables);
        Span shown = new Span(table.atoms());
        Row total = new Row(Figures.SENT, table.inOneRow());
        total.figures().stream().filter(figure -> !total.isHidden(figure))
                .forEach(figure -> shown.add(table.total(figure)));
        for (int i = 0; i < rows.size(); i++) {
            for (String figure : table.figures()) {
                if (!rows.get(i).isHidden(figure)) {
                    shown.add(table.vector(i, figure));
                }
            }
        }
        int hidden = 0;
        for (int i = 0; i < rows.size(); i++) {
            for (String figure : rows.get(i).figures()) {
                if (Row.isSmall(rows.get(i).value(figure))) {
                    hidden++;
                    assertFalse(shown.has(table.vector(i, figure)), figure + " of row " + i + " in " + where);
                }
            }
        }
        return hidden;
    }

    private static void remaindersAreLarge(List<Row> rows, String where) {
        for (String figure : rows.stream().flatMap(row -> row.figures().stream()).distinct().toList()) {
            long all = rows.stream().mapToLong(row -> row.value(figure)).sum();
            long shown = rows.stream().filter(row -> !row.isHidden(figure)).mapToLong(row -> row.value(figure)).sum();
            assertTrue(shown == 0 || !Row.isSmall(all - shown), figure + " leaves " + (all - shown) + " in " + where);
        }
    }

    private static Row row(Map<String, Long> statuses) {
        Map<Set<String>, Long> referrals = new LinkedHashMap<>();
        statuses.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(
                each -> referrals.put(Set.of(Figures.SENT, Figures.status(each.getKey())), each.getValue()));
        return new Row(Figures.SENT, referrals);
    }

    private static List<Map<Set<String>, Long>> tables(Random random) {
        List<Map<Set<String>, Long>> tables = new ArrayList<>();
        int most = random.nextInt(30) + 2;
        for (int i = random.nextInt(5); i >= 0; i--) {
            Map<Set<String>, Long> table = new LinkedHashMap<>();
            for (Outcome outcome : outcomes()) {
                if (random.nextInt(3) > 0) {
                    table.merge(outcome.figures(), (long) random.nextInt(most) + 1, Long::sum);
                }
            }
            if (!table.isEmpty()) {
                tables.add(table);
            }
        }
        return tables;
    }

    private static List<Outcome> outcomes() {
        return List.of(new Outcome(false, false, "requested", null, null, null),
                new Outcome(false, false, "expired", null, null, null),
                new Outcome(true, false, "declined", "no-funds", null, null),
                new Outcome(true, false, "declined", "no-capacity", null, null),
                new Outcome(true, false, "waitlisted", null, null, null),
                new Outcome(true, true, "accepted", null, null, null),
                new Outcome(true, true, "unsuccessful", "did-not-come", "none", null),
                new Outcome(true, true, "completed", null, "service-given", "met"),
                new Outcome(true, true, "completed", null, "partly", "not-met"),
                new Outcome(true, true, "completed", null, "service-given", null));
    }

    /** Rows side by side: an atom is a row and an outcome, of which anybody may know that it is possible. */
    private record Table(List<Map<Set<String>, Long>> rows) {

        private static final List<Set<String>> KINDS = outcomes().stream().map(Outcome::figures).distinct().toList();

        int atoms() {
            return rows.size() * KINDS.size();
        }

        Set<String> figures() {
            return KINDS.stream().collect(TreeSet::new, Set::addAll, Set::addAll);
        }

        double[] vector(int row, String figure) {
            double[] vector = new double[atoms()];
            for (int kind = 0; kind < KINDS.size(); kind++) {
                vector[row * KINDS.size() + kind] = KINDS.get(kind).contains(figure) ? 1 : 0;
            }
            return vector;
        }

        double[] total(String figure) {
            double[] vector = new double[atoms()];
            for (int row = 0; row < rows.size(); row++) {
                double[] one = vector(row, figure);
                for (int atom = 0; atom < vector.length; atom++) {
                    vector[atom] += one[atom];
                }
            }
            return vector;
        }

        Map<Set<String>, Long> inOneRow() {
            Map<Set<String>, Long> all = new LinkedHashMap<>();
            rows.forEach(row -> row.forEach((figures, count) -> all.merge(figures, count, Long::sum)));
            return all;
        }
    }

    /** All that can be computed from some vectors by adding multiples of them. */
    private static final class Span {

        private final List<double[]> basis = new ArrayList<>();
        private final int length;

        Span(int length) {
            this.length = length;
        }

        void add(double[] vector) {
            double[] rest = reduced(vector);
            int pivot = pivot(rest);
            if (pivot >= 0) {
                double factor = rest[pivot];
                for (int i = 0; i < length; i++) {
                    rest[i] /= factor;
                }
                basis.add(rest);
            }
        }

        boolean has(double[] vector) {
            return pivot(reduced(vector)) < 0;
        }

        private double[] reduced(double[] vector) {
            double[] rest = vector.clone();
            for (double[] each : basis) {
                double factor = rest[pivot(each)];
                for (int i = 0; i < length; i++) {
                    rest[i] -= factor * each[i];
                }
            }
            return rest;
        }

        private static int pivot(double[] vector) {
            for (int i = 0; i < vector.length; i++) {
                if (Math.abs(vector[i]) > 1e-9) {
                    return i;
                }
            }
            return -1;
        }
    }
}
