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
 * @param perPage entities at most, 1 to 200, default 50; less where documents are large, see {@link Listing#most}; with
 *                {@code minimal} 1 to 10,000, which is the default then
 * @param format  {@code json}, the default, or {@code ndjson}: all results, a document a line, without pages
 */
record Paging(@QueryParam("page") @DefaultValue("1") int page, @QueryParam("per_page") Integer perPage,
        @QueryParam("format") @DefaultValue("json") String format) {

    private static final List<String> FORMATS = List.of("json", "ndjson");
    /** Keeps the number of skipped entities within what is counted in. */
    private static final int LAST_PAGE = 10_000_000;
    /** Entities that the database counts off and throws away before a page begins. */
    static final long MOST_SKIPPED = 100_000;

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

    /** @throws Problem {@code invalid-input} when a page of the list would be too large */
    int size(Listing listing) {
        if (perPage == null) {
            return listing.usual();
        }
        if (perPage < 1 || perPage > listing.most()) {
            throw outside("per_page", listing.most());
        }
        return perPage;
    }

    /**
     * Entities before the page.
     *
     * @throws Problem {@code invalid-input} when they are too many: each page would take longer than the one before
     */
    long offset(Listing listing) {
        long skipped = (page - 1L) * size(listing);
        if (skipped > MOST_SKIPPED) {
            throw Problem.invalid(Violation.ofQuery("page", "too-deep", "lies behind more than " + MOST_SKIPPED
                    + " entities: read the list to its end with format=ndjson, or narrow it, or take the export"));
        }
        return skipped;
    }

    private static Problem outside(String parameter, int most) {
        return Problem.invalid(Violation.ofQuery(parameter, "range", "must lie between 1 and " + most));
    }
}
