package org.alongside.auditlog.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The command line of the access log, for auditors and witnesses. */
public final class Main {

    private static final Map<String, Command> COMMANDS = Map.of("verify", new VerifyCommand(), "witness",
            new WitnessCommand(),
            "inspect", new InspectCommand());

    private static final String USAGE = "Usage: java -jar audit-log.jar COMMAND OPTIONS\n\n" + VerifyCommand.USAGE
            + "\n"
            + WitnessCommand.USAGE + "\n" + InspectCommand.USAGE + """


            The trust file says which log is expected and whose signatures count, a line each:
                origin <name of the log>
                key <verifier key of the log> [from <size>] [until <size>]
                witness <verifier key of a witness>
                quorum <how many of the witnesses must have cosigned>

            Exit codes: 0 sound (or proved, or cosigned), 1 touched (or not proved, or refused),
            2 the command line cannot be understood, 3 something could not be read.
            """;

    private Main() {}

    /** Ends the process with the code of the {@link Exit}. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out, err).code());
    }

    /**
     * @param out what was found
     * @param err why nothing could be found out
     */
    public static Exit run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.isEmpty() || !COMMANDS.containsKey(arguments.get(0))) {
            err.print(USAGE);
            return Exit.USAGE;
        }
        try {
            return COMMANDS.get(arguments.get(0)).run(arguments.subList(1, arguments.size()), out);
        } catch (UsageFault e) {
            err.println(e.getMessage());
            err.println();
            err.print(USAGE);
            return Exit.USAGE;
        } catch (IOException e) {
            err.println(e.getMessage() == null ? e.toString() : e.getMessage());
            return Exit.UNREADABLE;
        }
    }
}
