package org.alongside.kit.figures;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Hides what somebody could compute by taking the rows of a report from the same report in one row. See
 * {@code docs/adr/0008-small-cells.md}.
 *
 * <p>Guarantee: beside every row with hidden figures there is another one with the same figures hidden, or more. So what is moved
 * in the one from a hidden figure to another, and back in the other, changes nothing that is shown, also not the sums of all rows:
 * no hidden figure follows from them. And what is hidden of a figure over all rows comes to none or to 5 and more.
 */
public final class SmallCells {

    private final List<Row> rows;

    private SmallCells(List<Row> rows) {
        this.rows = rows;
    }

    /** @param rows that count nothing twice, in an order that is always the same */
    public static void hide(List<Row> rows) {
        SmallCells cells = new SmallCells(rows);
        long before;
        do {
            before = cells.hiddenFigures();
            cells.hideRemainders();
            cells.hideInPairs();
        } while (cells.hiddenFigures() > before);
    }

    private long hiddenFigures() {
        return rows.stream().mapToLong(row -> row.hidden().size()).sum();
    }

    private void hideRemainders() {
        Set<String> figures = new TreeSet<>();
        rows.forEach(row -> figures.addAll(row.hidden()));
        figures.stream().filter(figure -> Row.isSmall(remainder(figure))).forEach(this::hideOneMore);
    }

    private long remainder(String figure) {
        return rows.stream().filter(row -> row.isHidden(figure)).mapToLong(row -> row.value(figure)).sum();
    }

    /** Where all rows hide it the sum is as small, and hidden as well. */
    private void hideOneMore(String figure) {
        rows.stream().filter(row -> !row.isHidden(figure) && row.value(figure) > 0)
                .min(Comparator.comparingLong(row -> row.value(figure))).ifPresent(row -> row.hide(Set.of(figure)));
    }

    private void hideInPairs() {
        if (rows.size() > 1) {
            rows.stream().filter(row -> !row.hidden().isEmpty() && !hasPair(row)).forEach(this::pair);
        }
    }

    private boolean hasPair(Row row) {
        return rows.stream().anyMatch(other -> other != row && other.hidden().containsAll(row.hidden()));
    }

    private void pair(Row row) {
        Row other = rows.stream().filter(each -> each != row)
                .min(Comparator.<Row>comparingLong(each -> loss(each, row) + loss(row, each))
                        .thenComparingLong(Row::size))
                .orElseThrow();
        Set<String> both = new TreeSet<>(row.hidden());
        both.addAll(other.hidden());
        other.hide(both);
        row.hide(other.hidden());
    }

    /** How many the figures count that one row would hide for the other. */
    private static long loss(Row one, Row other) {
        return other.hidden().stream().filter(figure -> !one.isHidden(figure)).mapToLong(one::value).sum();
    }
}
