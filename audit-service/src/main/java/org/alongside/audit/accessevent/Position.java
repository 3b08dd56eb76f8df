package org.alongside.audit.accessevent;

import java.time.Instant;

/**
 * A place in the order of searches and exports: time of access, then place in the log.
 *
 * @param accessedAt to the microsecond, as stored
 */
record Position(Instant accessedAt, long entryIndex) {

    static Position of(AccessEntry entry) {
        return new Position(entry.accessedAt(), entry.entryIndex());
    }
}
