package org.alongside.auditlog.note;

/** A note is not what it would have to be to be believed. The message is a sentence that says why. */
public final class UntrustedNote extends Exception {

    private static final long serialVersionUID = 1;

    UntrustedNote(String message) {
        super(message);
    }
}
