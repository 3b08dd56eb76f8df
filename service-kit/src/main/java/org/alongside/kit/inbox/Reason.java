package org.alongside.kit.inbox;

import org.alongside.kit.code.Coded;

/** Why a record is a dead letter. */
public enum Reason implements Coded {
    /** Its headers are not those of an event: it has no place in any order, so nothing waits for it. */
    UNREADABLE,
    /** Its payload does not match the schema of its type. */
    SCHEMA,
    /** Its handler failed. */
    HANDLER,
    /** An event before it has not arrived. */
    GAP,
    /** An event of its key before it is a dead letter. */
    BEHIND;
}
