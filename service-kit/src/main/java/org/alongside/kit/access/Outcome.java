package org.alongside.kit.access;

import org.alongside.kit.code.Coded;

/** How an access ended. */
public enum Outcome implements Coded {
    /** Committed; the data may have left the service. */
    ALLOWED,
    /** Refused by role or agency: 403. */
    DENIED,
    /** Answered 404: hidden or absent, which the log does not tell apart either. */
    NOT_VISIBLE,
    /** Data was read inside the service, then the operation ended without handing it out. */
    FAILED;
}
