package org.alongside.audit.accessevent;

/** The two ways through the key of {@link Position}. */
enum EntryOrder {
    /** For people: what just happened comes first. */
    NEWEST_FIRST("desc", "<"),
    /** For exports: a file grows as the log did. */
    OLDEST_FIRST("asc", ">");

    private final String direction;
    private final String beyond;

    EntryOrder(String direction, String beyond) {
        this.direction = direction;
        this.beyond = beyond;
    }

    String clause() {
        return " order by e.accessedAt " + direction + ", e.entryIndex " + direction;
    }

    String beyondPosition() {
        return "(e.accessedAt, e.entryIndex) " + beyond + " (:lastAt, :lastIndex)";
    }
}
