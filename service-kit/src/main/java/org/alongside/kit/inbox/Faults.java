package org.alongside.kit.inbox;

import org.alongside.kit.problem.Problem;
import org.alongside.kit.problem.StoreFailures;

/** Tells failures that pass by themselves from those that come again, and describes either without a value of the data. */
final class Faults {

    private static final int DEPTH = 6;

    private Faults() {}

    /** True when the database is away, overloaded or locked: the same event may well succeed later. */
    static boolean passing(Throwable failure) {
        return StoreFailures.unavailable(failure)
                || failure instanceof Problem problem && problem.kind().status() == 503;
    }

    /** Class names and SQL state; messages are left out since they may quote data. */
    static String describe(Throwable failure) {
        StringBuilder text = new StringBuilder(failure.getClass().getName());
        Throwable cause = failure.getCause();
        for (int depth = 1; cause != null && depth < DEPTH; depth++, cause = cause.getCause()) {
            text.append(" < ").append(cause.getClass().getName());
        }
        StoreFailures.sqlState(failure).ifPresent(state -> text.append(", SQL state ").append(state));
        return text.toString();
    }
}
