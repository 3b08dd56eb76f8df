package org.alongside.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * The operating-system process of one part. It is known by a file with its id and start, so that another run of the
 * launcher finds it again, and never signals a stranger that got the same id.
 */
final class PartProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TAIL_LINES = 12;

    private final String name;
    private final Home home;
    private boolean forbidden;
    private long logBefore;

    PartProcess(String name, Home home) {
        this.name = name;
        this.home = home;
    }

    /**
     * Starts the process in a session of its own where the system can, so that neither Ctrl-C nor the end of the terminal
     * reaches it, with its output appended to the part's log.
     */
    synchronized void start(List<String> command, Map<String, String> environment) {
        requirePermission();
        logBefore = log().toFile().length();
        ProcessBuilder builder = new ProcessBuilder(detached(command));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        try {
            long pid = builder.start().pid();
            Files.writeString(home.pid(name), pid + " " + ProcessStamp.of(pid));
        } catch (IOException e) {
            throw new StackException("Cannot start " + name + ": " + e.getMessage(), e);
        }
    }

    /** Whether a start fails before it makes a process. */
    synchronized void forbid(boolean starts) {
        forbidden = starts;
    }

    /**
     * Waits until the part is ready.
     *
     * @throws StackException
     *             when it dies before, with the last lines of its log, or when it takes too long, in which case it is killed
     */
    void awaitReady(BooleanSupplier ready, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!ready.getAsBoolean()) {
            if (!running()) {
                requirePermission();
                throw new StackException(name + " died while starting. " + lastWords());
            }
            if (System.nanoTime() > end) {
                kill();
                throw new StackException(
                        name + " was not ready after " + atMost.toSeconds() + " s and was stopped. " + lastWords());
            }
            pause(50);
        }
    }

    boolean running() {
        return pid().isPresent();
    }

    /** The id of the live process. */
    OptionalLong pid() {
        try {
            Path file = home.pid(name);
            return Files.exists(file) ? live(Files.readString(file)) : OptionalLong.empty();
        } catch (IOException e) {
            throw new StackException("Cannot read " + home.pid(name) + ": " + e.getMessage(), e);
        }
    }

    /** Asks the process to end with that signal and waits for it; one that does not end within 30 s is killed. */
    void stop(String signal) {
        signal(signal);
        signal("CONT");
        if (!awaitEnd(PATIENCE)) {
            kill();
        }
    }

    /** Ends the process and those it has started, at once, and waits until all are gone. */
    void kill() {
        List<ProcessHandle> tree = tree();
        tree.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(PATIENCE);
        tree.forEach(handle -> handle.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join());
    }

    /** Sends the signal to the process; does nothing when there is none. */
    void signal(String signal) {
        pid().ifPresent(pid -> signal(signal, pid));
    }

    /** Sends the signal to the process and to those it has started. */
    void signalTree(String signal) {
        tree().forEach(handle -> signal(signal, handle.pid()));
    }

    private List<ProcessHandle> tree() {
        return pid().stream().boxed().flatMap(pid -> ProcessHandle.of(pid).stream())
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants())).toList();
    }

    private static void signal(String signal, long pid) {
        try {
            run("kill", "-" + signal, Long.toString(pid));
        } catch (StackException e) {
            if (!ProcessStamp.of(pid).isEmpty()) {
                throw e;
            }
        }
    }

    Path log() {
        return home.log(name);
    }

    private synchronized void requirePermission() {
        if (forbidden) {
            throw new StackException("The start of " + name + " was given up; everything is stopped.");
        }
    }

    private String lastWords() {
        List<String> lines = tail();
        String reason = lines.stream().anyMatch(line -> line.contains("No space left on device"))
                ? "The disk is full: free some space. "
                : "";
        return reason + "The end of " + log() + ":\n  " + String.join("\n  ", lines);
    }

    /** The last lines that this start has printed. */
    private List<String> tail() {
        try (InputStream log = Files.newInputStream(log())) {
            log.skipNBytes(logBefore);
            List<String> lines = new String(log.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
        } catch (IOException e) {
            return List.of("(not readable: " + e.getMessage() + ")");
        }
    }

    private boolean awaitEnd(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (running()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause(20);
        }
        return true;
    }

    private static OptionalLong live(String pidFile) {
        String[] parts = pidFile.strip().split(" ", 2);
        if (parts.length != 2 || parts[1].isEmpty()) {
            return OptionalLong.empty();
        }
        long pid = Long.parseLong(parts[0]);
        return parts[1].equals(ProcessStamp.of(pid)) ? OptionalLong.of(pid) : OptionalLong.empty();
    }

    private static List<String> detached(List<String> command) {
        List<String> line = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            line.add("/usr/bin/setsid");
        }
        line.addAll(command);
        return line;
    }

    /** Runs a short command to its end and returns what it printed; fails when it fails. */
    static String run(String... command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new StackException("`" + String.join(" ", command) + "` failed: " + output.strip());
            }
            return output;
        } catch (IOException e) {
            throw new StackException("Cannot run " + command[0] + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while running " + command[0], e);
        }
    }

    /** Runs a command on this terminal and returns its exit code. */
    static int show(List<String> command) {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new StackException("Cannot run " + command.get(0) + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while running " + command.get(0), e);
        }
    }

    static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while waiting", e);
        }
    }
}
