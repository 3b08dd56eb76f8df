package org.alongside.kit.paging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A part of a list, in the order of a key. There is no total: counting would cost more than the page.
 *
 * @param next cursor of the page after this one, absent on the last; also in the {@code Link} header
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, String next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Makes a page of rows read with a limit of {@link PageRequest#rowsToRead()}: the one row too many tells that there are
     * more. Only rows of the page are turned into views, so that nothing is recorded as seen that was not shown.
     *
     * @param cursor of a row, with {@link Cursors#seal}
     */
    public static <R, T> Page<T> of(List<R> rows, PageRequest request, Function<R, T> view,
            Function<R, String> cursor) {
        int size = Math.min(rows.size(), request.limit());
        String next = rows.size() > size ? cursor.apply(rows.get(size - 1)) : null;
        return new Page<>(rows.subList(0, size).stream().map(view).toList(), next);
    }

    /** As {@link #of}, leaving out rows that the caller may not see; such a page can be shorter than its limit and not the last. */
    public static <R, T> Page<T> ofVisible(List<R> rows, PageRequest request, Function<R, Optional<T>> view,
            Function<R, String> cursor) {
        Page<Optional<T>> page = of(rows, request, view, cursor);
        return new Page<>(page.items().stream().flatMap(Optional::stream).toList(), page.next());
    }

    /** All items of a list, page by page. */
    public static <T> List<T> all(Function<PageRequest, Page<T>> list) {
        List<T> all = new ArrayList<>();
        String next = null;
        do {
            Page<T> page = list.apply(new PageRequest(PageRequest.MAX_LIMIT, next));
            all.addAll(page.items());
            next = page.next();
        } while (next != null);
        return all;
    }

    /**
     * As this page, for a list that looks at a bounded number of rows for a page: it goes on behind the last row looked at, when nothing
     * that is shown tells where.
     *
     * @param lookedThrough {@code null} when all have been looked at
     */
    public <K> Page<T> goingOn(K lookedThrough, Function<K, String> cursor) {
        return next != null || lookedThrough == null ? this : new Page<>(items, cursor.apply(lookedThrough));
    }
}
