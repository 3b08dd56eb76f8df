package org.alongside.auditlog.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** One thing that the command line does. */
interface Command {

    /**
     * @param arguments behind the name of the command
     * @throws IOException when something could not be read: {@link Exit#UNREADABLE}
     */
    Exit run(List<String> arguments, PrintStream out) throws IOException;
}
