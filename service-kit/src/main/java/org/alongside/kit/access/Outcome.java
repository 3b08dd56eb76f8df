package org.alongside.kit.access;

import java.util.Locale;

/** How an access ended. */
public enum Outcome {
    /** Committed; the data may have left the service. */
    ALLOWED,
    /** Refused by role or agency: 403. */
    DENIED,
    /** Answered 404: hidden or absent, which the log does not tell apart either. */
    NOT_VISIBLE,
    /** Data was read inside the service, then the operation ended without handing it out. */
    FAILED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
