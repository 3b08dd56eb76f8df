package org.alongside.auditlog.verify;

import java.util.Arrays;
import java.util.UUID;

import org.alongside.auditlog.LogEntry;
import org.alongside.auditlog.tree.TreeHasher;
import org.alongside.auditlog.verify.Finding.Kind;

/**
 * What follows from the bytes of one entry alone, and whether what stands beside them agrees.
 *
 * @param index    number of the entry
 * @param leafHash of its bytes
 * @param entry    null when the bytes are none, or removed
 * @param id       of the event; null when the payload tells none
 * @param fault    null when all agrees
 * @param isRemoved whether only the hash is there
 */
record CheckedRow(long index, byte[] leafHash, LogEntry entry, UUID id, Finding fault, boolean isRemoved) {

    static CheckedRow of(Row row, TreeHasher hasher) {
        if (row.entry() == null) {
            return new CheckedRow(row.index(), row.leafHash(), null, null, null, true);
        }
        byte[] leafHash = hasher.leaf(row.entry());
        Finding changed = changed(row, leafHash);
        try {
            LogEntry entry = LogEntry.parse(row.entry());
            AccessFields fields = AccessFields.read(row.entry(), entry.payloadStart());
            UUID id = fields.id();
            return new CheckedRow(row.index(), leafHash, entry, id,
                    changed != null ? changed : columnFault(row, entry, fields, leafHash), false);
        } catch (IllegalArgumentException e) {
            Finding none = new Finding(Kind.ENTRY, row.index(),
                    "Entry " + row.index() + " is no access event: " + e.getMessage());
            return new CheckedRow(row.index(), leafHash, null, null, changed != null ? changed : none, false);
        }
    }

    private static Finding changed(Row row, byte[] leafHash) {
        if (row.leafHash() == null || Arrays.equals(row.leafHash(), leafHash)) {
            return null;
        }
        return new Finding(Kind.ENTRY, row.index(),
                "Entry " + row.index() + " was changed, or its hash in " + row.where()
                        + ": the two do not belong together");
    }

    private static Finding columnFault(Row row, LogEntry entry, AccessFields fields, byte[] leafHash) {
        String fault = row.columns() == null ? null : Columns.fault(row.columns(), entry, fields, leafHash);
        return fault == null ? null : new Finding(Kind.COLUMN, row.index(), "Entry " + row.index() + ": " + fault);
    }
}
