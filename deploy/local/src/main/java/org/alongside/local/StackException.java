package org.alongside.local;

/** A part of the local stack cannot be started, stopped or reached. The message is one line: what, where, what to do. */
public final class StackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StackException(String message) {
        super(message);
    }

    public StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
