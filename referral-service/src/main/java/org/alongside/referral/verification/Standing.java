package org.alongside.referral.verification;

import org.alongside.kit.code.Coded;

/** Whether an entry of the directory can be relied on. */
public enum Standing implements Coded {
    /** Confirmed not long ago. */
    CURRENT,
    /** Confirmed too long ago: check before somebody is sent there. */
    STALE,
    /** Never confirmed. */
    NEVER
}
