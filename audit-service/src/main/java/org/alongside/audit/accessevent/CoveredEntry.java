package org.alongside.audit.accessevent;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.alongside.kit.access.StoredRecord;

/**
 * One end of what a page of an export covered, as the access log names it: the id of the event, and its place in the log as version.
 */
record CoveredEntry(String recordType, UUID recordId, long recordVersion) implements StoredRecord {

    /** First and last entry of the page; of a page without entries none. */
    static List<CoveredEntry> of(List<AccessEntry> page) {
        return page.isEmpty()
                ? List.of()
                : Stream.of(new CoveredEntry("access-event-from", page.get(0).eventId(), page.get(0).entryIndex()),
                        new CoveredEntry("access-event-to", page.get(page.size() - 1).eventId(),
                                page.get(page.size() - 1).entryIndex()))
                        .toList();
    }
}
