package org.alongside.auditlog.cli;

/** The command line cannot be understood; the message says what is wrong with it. */
final class UsageFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    UsageFault(String message) {
        super(message);
    }
}
