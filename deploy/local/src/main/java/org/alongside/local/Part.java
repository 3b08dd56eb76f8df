package org.alongside.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One server of the local stack, with its own process, data, log and port. */
public abstract class Part {

    private final String name;
    private final int port;
    private final Home home;
    private final PartProcess process;

    Part(String name, int port, Home home) {
        this.name = name;
        this.port = port;
        this.home = home;
        this.process = new PartProcess(name, home);
    }

    /**
     * Starts the part on the data it has and returns when it is ready; does nothing when it runs already.
     *
     * @throws StackException
     *             when its port is taken, or it dies or hangs while starting
     */
    public final void start() {
        if (!running()) {
            requirePorts();
            prepare();
            process.start(command(), environment());
        }
        process.awaitReady(this::ready, patience());
        afterStart();
    }

    /**
     * Checks that the part can listen, unless it runs already.
     *
     * @throws StackException
     *             when one of its ports is taken
     */
    final void requirePorts() {
        if (!running()) {
            ports().forEach(this::requireFree);
        }
    }

    /** From now on a start fails before it makes a process, also one that is under way. */
    final void forbid() {
        process.forbid(true);
    }

    final void permit() {
        process.forbid(false);
    }

    /** Whether it answers as it should, now. */
    public abstract boolean ready();

    public final boolean running() {
        return process.running();
    }

    /** Ends it in good order, its data kept; does nothing when it does not run. */
    public final void stop() {
        process.stop(stopSignal());
    }

    /** Ends it at once (SIGKILL), as a crash would; its data stays as it is. */
    public final void kill() {
        process.kill();
    }

    /** Freezes it (SIGSTOP): its connections stay open and nobody answers, until {@link #resume()}. */
    public final void pause() {
        process.signalTree("STOP");
    }

    public final void resume() {
        process.signalTree("CONT");
    }

    /** As in {@code alongside logs <name>}. */
    public final String name() {
        return name;
    }

    /** On 127.0.0.1. */
    public final int port() {
        return port;
    }

    /** What it has printed, over all of its starts. */
    public final Path log() {
        return process.log();
    }

    /** Where it stores what it keeps. */
    public final Path data() {
        return home.data(name);
    }

    /** Its operating-system process. */
    public final ProcessHandle handle() {
        return process.pid().stream().boxed().flatMap(pid -> ProcessHandle.of(pid).stream()).findAny()
                .orElseThrow(() -> new StackException(name + " does not run."));
    }

    final Home home() {
        return home;
    }

    /** Every port that must be free, with the environment variable that sets it. */
    Map<String, Integer> ports() {
        return Map.of(Settings.variable(name), port);
    }

    /** What has to be there before the process can start. */
    abstract void prepare();

    abstract List<String> command();

    Map<String, String> environment() {
        return Map.of();
    }

    /** What has to be done once it answers. */
    void afterStart() {}

    String stopSignal() {
        return "TERM";
    }

    Duration patience() {
        return Duration.ofSeconds(60);
    }

    private void requireFree(String variable, int taken) {
        if (Ports.taken(taken)) {
            throw new StackException("Port " + taken + ", which " + name
                    + " needs, is taken by another program: stop that one, or set another port with " + variable + ".");
        }
    }
}
