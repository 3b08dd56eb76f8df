package org.alongside.referral.opening;

import org.alongside.kit.code.Coded;

/** Whether a service is open at a time. */
public enum Opening implements Coded {
    OPEN, CLOSED,
    /** It tells no hours, or hours that cannot be made out. */
    UNKNOWN,
    /** A public holiday, on which hours tell nothing: ask. */
    HOLIDAY
}
