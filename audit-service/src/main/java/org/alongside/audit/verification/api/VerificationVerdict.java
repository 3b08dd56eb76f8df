package org.alongside.audit.verification.api;

import org.alongside.kit.code.Coded;

/** What a verifier said of the log. */
public enum VerificationVerdict implements Coded {
    /** Complete and unchanged. */
    SOUND,
    /** Something of it is missing, changed, or not signed as it must be. */
    TOUCHED;
}
