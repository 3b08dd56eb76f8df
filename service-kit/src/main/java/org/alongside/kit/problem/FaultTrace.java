package org.alongside.kit.problem;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * A stack trace without messages: those of drivers, parsers and converters quote the data they stumbled over, and logs
 * must hold none of it. Classes, lines and SQLStates are enough to find the fault.
 */
final class FaultTrace {

    private FaultTrace() {}

    static String of(Throwable fault) {
        StringBuilder trace = new StringBuilder();
        append(trace, "", fault, Collections.newSetFromMap(new IdentityHashMap<>()));
        return trace.toString();
    }

    private static void append(StringBuilder trace, String label, Throwable fault, Set<Throwable> seen) {
        if (fault == null || !seen.add(fault)) {
            return;
        }
        trace.append(label).append(fault.getClass().getName());
        if (fault instanceof SQLException sql) {
            trace.append(" SQLState ").append(sql.getSQLState());
        }
        for (StackTraceElement frame : fault.getStackTrace()) {
            trace.append("\n\tat ").append(frame);
        }
        for (Throwable suppressed : fault.getSuppressed()) {
            append(trace, "\nSuppressed: ", suppressed, seen);
        }
        append(trace, "\nCaused by: ", fault.getCause(), seen);
    }
}
