package org.alongside.audit.receipt.api;

import org.alongside.kit.code.Coded;

/** What the log knows of an access. */
public enum ReceiptStatus implements Coded {
    /** Its entries are in the log, under a signed checkpoint, each with its proof. */
    SEALED,
    /** It has not had the time to arrive, or came in since the newest checkpoint: ask again. */
    ON_ITS_WAY,
    /** It is not in the log and had the time to arrive. While a part of the suite is down, accesses arrive late. */
    MISSING,
    /** It is from a time whose entries were removed because they had been kept long enough: the log cannot say any more. */
    REMOVED
}
