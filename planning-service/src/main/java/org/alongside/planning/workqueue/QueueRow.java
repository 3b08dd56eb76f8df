package org.alongside.planning.workqueue;

import java.time.LocalDate;
import java.util.UUID;

import org.alongside.kit.access.ClientRecord;

/**
 * A row of a queue.
 *
 * @param dueOn {@code null} for what has no day
 */
record QueueRow(QueueKind kind, UUID recordId, UUID caseId, UUID clientId, UUID homeAgency, LocalDate dueOn,
        String status, boolean followsReferral, long recordVersion) implements ClientRecord {

    @Override
    public String recordType() {
        return kind.code();
    }
}
