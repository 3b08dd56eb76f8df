package org.alongside.intake.erasure.api;

import org.alongside.kit.code.Coded;

/** Why a client's data is erased. */
public enum ErasureReason implements Coded {
    /** The client asked for it. */
    CLIENT_ASKED,
    /** The time for which it had to be kept is over. */
    RETENTION_OVER,
    /** It should never have been recorded. */
    RECORDED_WRONGLY, OTHER
}
