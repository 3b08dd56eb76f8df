package org.alongside.audit.accessevent;

import java.util.List;
import java.util.function.Function;

import org.alongside.audit.accessevent.api.AccessEventView;
import org.alongside.kit.access.CapturedPages;

/** The entries that a query finds, oldest first, a page at a time: those that the log held at one moment and no later ones. */
public final class AccessEventPages implements CapturedPages<AccessEventView> {

    private final long logSize;
    private final Function<Position, List<AccessEntry>> read;
    private final Function<AccessEntry, AccessEventView> view;
    private Position last;

    /**
     * @param logSize entries in the log at that moment
     * @param last    position behind which to begin; {@code null} begins with the first
     * @param read    reads and discloses what follows a position
     */
    AccessEventPages(long logSize, Position last, Function<Position, List<AccessEntry>> read,
            Function<AccessEntry, AccessEventView> view) {
        this.logSize = logSize;
        this.last = last;
        this.read = read;
        this.view = view;
    }

    public long logSize() {
        return logSize;
    }

    @Override
    public List<AccessEventView> next() {
        List<AccessEntry> rows = read.apply(last);
        if (!rows.isEmpty()) {
            last = Position.of(rows.get(rows.size() - 1));
        }
        return rows.stream().map(view).toList();
    }
}
