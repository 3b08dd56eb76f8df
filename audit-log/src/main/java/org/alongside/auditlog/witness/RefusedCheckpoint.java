package org.alongside.auditlog.witness;

/** A witness does not cosign. The message says why and what to do. */
public final class RefusedCheckpoint extends Exception {

    private static final long serialVersionUID = 1;

    RefusedCheckpoint(String message) {
        super(message);
    }
}
