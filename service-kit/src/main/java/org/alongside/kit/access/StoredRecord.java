package org.alongside.kit.access;

import java.util.UUID;

/** A stored thing that an access event can name. */
public interface StoredRecord {

    /** Kind of record in the access log: {@code client}, {@code consent}, {@code referral} … */
    String recordType();

    UUID recordId();

    /** Version read or written; what the access event names. */
    long recordVersion();
}
