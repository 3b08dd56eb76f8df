package org.alongside.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What the launcher shows to the person at the terminal. */
final class Screen {

    private static final int SECONDS_OF_SILENCE = 10;

    private final PrintStream out;

    Screen(PrintStream out) {
        this.out = out;
    }

    void line(String text) {
        out.println(text);
    }

    int text(String text) {
        out.print(text);
        return 0;
    }

    /** Says what is particular about the start that follows. */
    void announce(LocalStack stack) {
        List<String> present = stack.settings().services();
        Services.ALL.stream().filter(service -> !present.contains(service)).forEach(service -> line(
                "  " + service + ": not in this checkout (no folder " + service + "-service), left out"));
        if (!stack.keycloak().isBuilt()) {
            line("  keycloak: is put together first, once for this checkout; that takes about half a minute");
        }
    }

    /** Shows the parts as they become ready, and every ten seconds which ones are waited for. */
    Clock clock(Collection<Part> parts) {
        return new Clock(parts);
    }

    /** Where everything is, and who can log in. */
    void addresses(LocalStack stack) {
        line("");
        for (LocalService service : stack.services()) {
            out.printf("  %-11s %s   Swagger UI %s%n", service.name(), service.base(),
                    service.base().resolve("/q/swagger-ui"));
        }
        out.printf("  %-11s %s%n", "keycloak", stack.keycloak().realm());
        out.printf("  %-11s %s%n", "kafka", stack.kafka().bootstrapServers());
        out.printf("  %-11s %s%n", "postgresql", stack.postgres().url("<service>"));
        accounts(stack.settings().checkout().realm());
    }

    /**
     * Shows each part, whether it is ready, and what it takes.
     *
     * @return whether every part is ready
     */
    boolean status(LocalStack stack) {
        boolean all = true;
        for (Part part : stack.parts()) {
            boolean ready = part.running() && part.ready();
            all &= ready;
            out.printf("  %-11s %-18s %s%n", part.name(), state(part, ready), ready ? details(part) : "");
        }
        return all;
    }

    private static String state(Part part, boolean ready) {
        if (ready) {
            return "ready";
        }
        return part.running() ? "runs, not ready" : "stopped";
    }

    private static String details(Part part) {
        ProcessHandle process = part.handle();
        return "port " + part.port() + ", process " + process.pid() + ", " + residentMegabytes(process) + " MB";
    }

    private static long residentMegabytes(ProcessHandle process) {
        String kilobytes = PartProcess.run("ps", "-o", "rss=", "-p", Long.toString(process.pid())).strip();
        return Long.parseLong(kilobytes) / 1024;
    }

    private void accounts(Path realm) {
        try {
            JsonNode users = new ObjectMapper().readTree(Files.readAllBytes(realm)).get("users");
            line("");
            line("Demo accounts (client alongside-demo), all with the password demo-only-password:");
            users.forEach(user -> {
                if (user.has("credentials")) {
                    line("  " + user.get("username").asText());
                }
            });
        } catch (IOException e) {
            throw new StackException("Cannot read " + realm + ": " + e.getMessage(), e);
        }
    }

    /** Elapsed seconds of a start. */
    final class Clock implements AutoCloseable {

        private final long begin = System.nanoTime();
        private final Set<String> awaited = new ConcurrentSkipListSet<>();
        private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

        private Clock(Collection<Part> parts) {
            parts.forEach(part -> awaited.add(part.name()));
            timer.scheduleAtFixedRate(this::remind, SECONDS_OF_SILENCE, SECONDS_OF_SILENCE, TimeUnit.SECONDS);
        }

        void ready(Part part) {
            awaited.remove(part.name());
            out.printf("  %3d s  %-11s ready on port %d%n", seconds(), part.name(), part.port());
        }

        private void remind() {
            out.printf("  %3d s  waiting for %s%n", seconds(), String.join(", ", awaited));
        }

        private long seconds() {
            return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
        }

        @Override
        public void close() {
            timer.shutdownNow();
        }
    }
}
