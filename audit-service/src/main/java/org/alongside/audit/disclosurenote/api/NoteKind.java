package org.alongside.audit.disclosurenote.api;

import org.alongside.kit.code.Coded;

/** What a client says to a line. */
public enum NoteKind implements Coded {
    /** Something in it is not right. */
    CORRECTION,
    /** It should not have happened. */
    DISPUTE;
}
