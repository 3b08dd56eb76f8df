package org.alongside.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Scanner;
import java.util.stream.Collectors;

import org.alongside.auditlog.verify.Report;
import org.alongside.local.demo.Demo;
import org.alongside.local.demo.Suite;

/** The commands of the script {@code alongside}. */
public final class Alongside {

    private static final String HELP = """
            Usage: ./alongside <command>

              up              start everything on this machine and wait until it is ready
              demo            help one person from the first talk to the outcome, and show who saw what
              import PATH     load a directory of services into the running suite: a folder of CSV files or a ZIP archive
                              (HSDS 1.x to 3.1), HSDS 3.1 JSON; --source=NAME keeps it apart from those of other sources
              data-package ID everything the running suite holds about a client, in one archive for the client; --as=ACCOUNT is
                              the privacy officer who hands it out, --language=es the language of the page
              verify-log      compute the access log of the running suite anew, from outside: is it complete and unchanged?
              status          what runs, where, and how much memory it takes
              logs <part>     the end of a part's log; with --follow what is added, too
              down            stop everything; what was stored is kept
              reset           stop everything and delete what was stored; --yes does not ask
              help            this text

            State is kept in .alongside. Every port can be set, e.g. ALONGSIDE_KEYCLOAK_PORT=8190 ./alongside up
            """;
    private static final String SOURCE = "--source=";
    private static final String OFFICER = "--as=";
    private static final String LANGUAGE = "--language=";
    private static final String TAIL_LINES = "200";

    private final LocalStack stack;
    private final Screen screen;
    private volatile boolean starting;

    Alongside(LocalStack stack, PrintStream out) {
        this.stack = stack;
        this.screen = new Screen(out);
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /**
     * The stack that was started by {@code ./alongside up} in the checkout of system property {@code alongside.root}.
     *
     * @throws StackException when not everything runs
     */
    public static LocalStack running() {
        LocalStack stack = new LocalStack(Settings.ofLauncher(Checkout.fromSystemProperty(), System.getenv()));
        if (!stack.parts().stream().allMatch(Part::running)) {
            throw new StackException("Not everything runs: start it with ./alongside up");
        }
        return stack;
    }

    private static int run(String[] arguments) {
        try {
            Settings settings = Settings.ofLauncher(Checkout.fromSystemProperty(), System.getenv());
            return new Alongside(new LocalStack(settings), System.out).run(List.of(arguments));
        } catch (StackException e) {
            System.err.println("alongside: " + e.getMessage());
            return 1;
        }
    }

    /**
     * Does the command.
     *
     * @return the exit code
     * @throws StackException
     *             when it cannot be done
     */
    int run(List<String> arguments) {
        String command = arguments.isEmpty() ? "help" : arguments.get(0);
        return switch (command) {
            case "up" -> alone(this::up);
            case "demo" -> demo();
            case "import" -> importDirectory(arguments);
            case "data-package" -> dataPackage(arguments);
            case "verify-log" -> verifyLog();
            case "down" -> alone(this::down);
            case "reset" -> alone(() -> reset(arguments.contains("--yes")));
            case "status" -> screen.status(stack) ? 0 : 1;
            case "logs" -> logs(arguments);
            case "help", "--help", "-h" -> screen.text(HELP);
            default -> throw new StackException("There is no command \"" + command + "\": see ./alongside help.");
        };
    }

    private void up() {
        if (stack.parts().stream().allMatch(Part::running) && stack.parts().stream().allMatch(Part::ready)) {
            screen.line("Everything runs already.");
        } else {
            start();
        }
        screen.addresses(stack);
    }

    private void start() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::giveUp, "give-up"));
        screen.announce(stack);
        starting = true;
        try (Screen.Clock clock = screen.clock(stack.parts())) {
            stack.start(clock::ready);
        } finally {
            starting = false;
        }
        stack.settings().rememberPorts();
    }

    /** At the end of this program: a start that was interrupted leaves nothing running. */
    private void giveUp() {
        if (starting) {
            screen.line("Stopping what was started.");
            stack.abort();
        }
    }

    private void down() {
        stack.stop();
        stack.settings().forgetPorts();
        screen.line("Everything is stopped. What was stored is kept in " + home() + ".");
    }

    private void reset(boolean yes) {
        if (!yes && !agreed()) {
            throw new StackException("Nothing was deleted.");
        }
        stack.stop();
        try {
            Directories.delete(home());
        } catch (IOException e) {
            throw new StackException("Cannot delete " + home() + ": " + e.getMessage(), e);
        }
        screen.line("Everything is stopped and " + home() + " is deleted.");
    }

    private boolean agreed() {
        screen.line("This deletes everything stored in " + home() + ". Type yes to go on:");
        try (Scanner answers = new Scanner(System.in)) {
            return answers.hasNextLine() && answers.nextLine().strip().equals("yes");
        }
    }

    private int demo() {
        new Demo(running(), System.out).run();
        return 0;
    }

    private int importDirectory(List<String> arguments) {
        List<String> paths = arguments.stream().skip(1).filter(argument -> !argument.startsWith("--")).toList();
        if (paths.size() != 1) {
            throw new StackException(
                    "Say what: ./alongside import PATH, a folder, a ZIP archive, a JSON or a CSV file.");
        }
        return new DirectoryImport(running(), System.out).run(Path.of(paths.get(0)), option(arguments, SOURCE, null))
                ? 0
                : 1;
    }

    private int dataPackage(List<String> arguments) {
        List<String> ids = arguments.stream().skip(1).filter(argument -> !argument.startsWith("--")).toList();
        if (ids.size() != 1) {
            throw new StackException("Say of whom: ./alongside data-package ID, the id of a client.");
        }
        DataPackage made = new DataPackage(Suite.of(running()),
                option(arguments, OFFICER, "privacy-officer.family-services"),
                option(arguments, LANGUAGE, "en"));
        Path file = made.write(ids.get(0), Path.of(""));
        screen.line("Everything held about the client is in " + file
                + ": data.html to read, data.json for machines. Only you can read the file.");
        return 0;
    }

    private static String option(List<String> arguments, String name, String otherwise) {
        return arguments.stream().filter(argument -> argument.startsWith(name))
                .map(argument -> argument.substring(name.length())).findFirst().orElse(otherwise);
    }

    private int verifyLog() {
        LogAuditor auditor = new LogAuditor(running());
        Report report = auditor.verify();
        report.lines().forEach(screen::line);
        screen.line(auditor.tell(report)
                ? "The log's page of the console shows this."
                : "audit-service did not take this report: its page of the log does not show it.");
        return report.isSound() ? 0 : 1;
    }

    private int logs(List<String> arguments) {
        if (arguments.size() < 2) {
            throw new StackException("Say of which part: ./alongside logs <part>, the part being one of "
                    + stack.parts().stream().map(Part::name).collect(Collectors.joining(", ")) + ".");
        }
        Path log = stack.part(arguments.get(1)).log();
        if (!Files.exists(log)) {
            throw new StackException(arguments.get(1) + " has not been started yet: there is no " + log + ".");
        }
        List<String> tail = arguments.contains("--follow")
                ? List.of("tail", "-n", TAIL_LINES, "-f", log.toString())
                : List.of("tail", "-n", TAIL_LINES, log.toString());
        return PartProcess.show(tail);
    }

    /** Does what changes the stack, unless another run of the launcher is doing so. */
    private int alone(Runnable change) {
        Path file = stack.settings().home().lock();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw new StackException("Another ./alongside is at work in this checkout: wait until it is done.");
            }
            change.run();
            return 0;
        } catch (IOException e) {
            throw new StackException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private Path home() {
        return stack.settings().home().directory();
    }
}
