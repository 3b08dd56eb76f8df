package org.alongside.auditlog.cli;

/** What the command says to the program that called it. */
public enum Exit {
    /** Everything that could be checked is as it has to be. */
    SOUND(0),
    /** Something was found, or a witness refused. */
    TOUCHED(1),
    /** The command line cannot be understood. */
    USAGE(2),
    /** The log, or a file that is needed, could not be read: nothing is said about the log. */
    UNREADABLE(3);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
