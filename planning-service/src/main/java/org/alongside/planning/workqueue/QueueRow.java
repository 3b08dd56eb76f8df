package org.alongside.planning.workqueue;

import java.time.LocalDate;
import java.util.UUID;

import org.alongside.kit.access.ClientRecord;

/**
 * A row of a queue.
 *
 * @param dueOn {@code null} for what has no day
 * @param waits whether a step cannot be started or completed by people as it stands: a referral moves it, the client has not assented to
 *              its goal, or other steps come first
 */
record QueueRow(QueueKind kind, UUID recordId, UUID caseId, UUID clientId, UUID homeAgency, LocalDate dueOn,
        String status, boolean waits, long recordVersion) implements ClientRecord {

    @Override
    public String recordType() {
        return kind.code();
    }
}
