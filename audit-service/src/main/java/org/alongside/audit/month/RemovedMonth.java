package org.alongside.audit.month;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

import org.alongside.kit.access.StoredRecord;

/**
 * A month that was removed, as the access log names it: an id made of its name (RFC 9562, version 3), and as version the index of the
 * first entry behind it, 0 for a month without entries.
 */
record RemovedMonth(UUID recordId, long recordVersion) implements StoredRecord {

    RemovedMonth(String name, Long endIndex) {
        this(UUID.nameUUIDFromBytes(name.getBytes(UTF_8)), endIndex == null ? 0 : endIndex);
    }

    @Override
    public String recordType() {
        return "log-month-removed";
    }
}
