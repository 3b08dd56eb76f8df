package org.alongside.kit.paging;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;

/**
 * Which page is asked for; a {@code @BeanParam} of the operation.
 *
 * @param limit items at most, 1 to 200; default 50
 * @param cursor {@code next} of the page before, absent for the first
 */
public record PageRequest(@QueryParam("limit") @DefaultValue("50") int limit, @QueryParam("cursor") String cursor) {

    /** Most items of one page: a page is recorded and committed as a whole before it is sent. */
    public static final int MAX_LIMIT = 200;

    /** @throws Problem {@code invalid-input} when the limit is out of range */
    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Problem.invalid(
                    Violation.ofQuery("limit", "range", "must lie between 1 and " + MAX_LIMIT));
        }
    }

    /** One more than the page takes, see {@link Page#of}. */
    public int rowsToRead() {
        return limit + 1;
    }
}
