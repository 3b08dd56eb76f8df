package org.alongside.referral.hsds;

import java.util.List;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.Violation;

/**
 * Which page of a list, and in which format.
 *
 * @param page    from 1, which is the default
 * @param perPage entities at most, 1 to 200, default 50; with {@code minimal} 1 to 10,000, which is the default then
 * @param format  {@code json}, the default, or {@code ndjson}: all results, a document a line, without pages
 */
record Paging(@QueryParam("page") @DefaultValue("1") int page, @QueryParam("per_page") Integer perPage,
        @QueryParam("format") @DefaultValue("json") String format) {

    private static final List<String> FORMATS = List.of("json", "ndjson");
    /** Keeps the offset within what the database counts in. */
    private static final int LAST_PAGE = 10_000_000;
    private static final int MOST = 200;
    private static final int USUAL = 50;
    private static final int MOST_MINIMAL = 10_000;

    Paging {
        if (page < 1 || page > LAST_PAGE) {
            throw outside("page", LAST_PAGE);
        }
        if (!FORMATS.contains(format)) {
            throw Problem.unknownCode("query:format", FORMATS);
        }
    }

    boolean streams() {
        return format.equals("ndjson");
    }

    int size(boolean minimal) {
        int most = minimal ? MOST_MINIMAL : MOST;
        if (perPage == null) {
            return minimal ? MOST_MINIMAL : USUAL;
        }
        if (perPage < 1 || perPage > most) {
            throw outside("per_page", most);
        }
        return perPage;
    }

    private static Problem outside(String parameter, int most) {
        return Problem.invalid(Violation.ofQuery(parameter, "range", "must lie between 1 and " + most));
    }
}
