package org.alongside.referral.hsds;

/**
 * A list as asked for.
 *
 * @param minimal only ids and times instead of documents of the shape
 */
record Listing(HsdsQuery query, DocumentShape shape, boolean minimal) {

    private static final int USUAL = 50;
    private static final int MOST_MINIMAL = 10_000;

    /** Documents of a page at most: anyone may ask for it, and it is put together in memory. */
    int most() {
        if (minimal) {
            return MOST_MINIMAL;
        }
        return switch (shape) {
            case ORGANIZATION_FULL_SERVICE -> 10;
            case SERVICE, ORGANIZATION, SERVICE_AT_LOCATION -> 100;
            default -> 200;
        };
    }

    /** Entities of a page where nothing else is asked for. */
    int usual() {
        return minimal ? MOST_MINIMAL : Math.min(USUAL, most());
    }
}
