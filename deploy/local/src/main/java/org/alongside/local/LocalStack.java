package org.alongside.local;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The whole suite on one machine: PostgreSQL, Kafka, Keycloak and the services that the checkout has. */
public final class LocalStack implements AutoCloseable {

    private static final long NEEDED_BYTES = 2_000_000_000L;

    private final Settings settings;
    private final LocalPostgres postgres;
    private final LocalKafka kafka;
    private final LocalKeycloak keycloak;
    private final Map<String, LocalService> services = new LinkedHashMap<>();

    public LocalStack(Settings settings) {
        this.settings = settings;
        Checkout checkout = settings.checkout();
        Home home = settings.home();
        postgres = new LocalPostgres(checkout, home, settings.port("postgresql"), settings.durable());
        kafka = new LocalKafka(checkout, home, settings.port("kafka"), settings.port("kafka-controller"));
        keycloak = new LocalKeycloak(checkout, home, settings.port("keycloak"), postgres);
        settings.services().forEach(
                name -> services.put(name, new LocalService(name, settings, postgres, kafka, keycloak)));
    }

    /**
     * Starts what does not run and returns when everything is ready.
     *
     * @throws StackException
     *             when a part cannot start; then nothing is left running
     */
    public void start() {
        start(part -> {
        });
    }

    /**
     * As {@link #start()}.
     *
     * @param onReady
     *            told of each part as it becomes ready, from several threads
     */
    public void start(Consumer<Part> onReady) {
        requireSpace();
        parts().forEach(Part::requirePorts);
        parts().forEach(Part::permit);
        try {
            startServers(onReady);
            startServices(onReady);
        } catch (StackException e) {
            abort();
            throw e;
        }
    }

    /** Stops everything in good order: first what depends on others. State is kept. */
    public void stop() {
        stop(services.values());
        stop(List.of(keycloak, kafka));
        postgres.stop();
    }

    /** Stops everything and makes starts that are under way in other threads fail. */
    void abort() {
        parts().forEach(Part::forbid);
        stop();
    }

    @Override
    public void close() {
        stop();
    }

    /** Every part, in the order of their start. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>(List.of(postgres, kafka, keycloak));
        parts.addAll(services.values());
        return parts;
    }

    /** The part of that name. */
    public Part part(String name) {
        return parts().stream().filter(part -> part.name().equals(name)).findAny()
                .orElseThrow(() -> new StackException("There is no part \"" + name + "\". The parts are: "
                        + String.join(", ", parts().stream().map(Part::name).toList()) + "."));
    }

    /** The service of that name, such as {@code intake}. */
    public LocalService service(String name) {
        return (LocalService) part(name);
    }

    public List<LocalService> services() {
        return List.copyOf(services.values());
    }

    public LocalPostgres postgres() {
        return postgres;
    }

    public LocalKafka kafka() {
        return kafka;
    }

    public LocalKeycloak keycloak() {
        return keycloak;
    }

    public Settings settings() {
        return settings;
    }

    private void startServers(Consumer<Part> onReady) {
        Together work = new Together(this::abort);
        CompletableFuture<Void> build = work.run(keycloak::build);
        CompletableFuture<Void> database = work.run(() -> startPostgres(onReady));
        work.run(() -> start(keycloak, onReady), build, database);
        work.run(() -> startKafka(onReady));
        work.await();
    }

    private void startPostgres(Consumer<Part> onReady) {
        postgres.start();
        services.keySet().forEach(postgres::createDatabase);
        onReady.accept(postgres);
    }

    private void startKafka(Consumer<Part> onReady) {
        kafka.start();
        kafka.createTopics(Topics.all());
        onReady.accept(kafka);
    }

    private void startServices(Consumer<Part> onReady) {
        Together work = new Together(this::abort);
        services.values().forEach(service -> work.run(() -> start(service, onReady)));
        work.await();
    }

    private static void start(Part part, Consumer<Part> onReady) {
        part.start();
        onReady.accept(part);
    }

    private static void stop(Collection<? extends Part> parts) {
        Together work = new Together(() -> {
        });
        parts.forEach(part -> work.run(part::stop));
        work.await();
    }

    private void requireSpace() {
        try {
            Files.createDirectories(settings.home().directory());
            long usable = Files.getFileStore(settings.home().directory()).getUsableSpace();
            if (usable < NEEDED_BYTES) {
                throw new StackException("Only " + usable / 1_000_000 + " MB are free on the disk of "
                        + settings.home().directory() + ", and 2000 MB are needed: free some space.");
            }
        } catch (IOException e) {
            throw new StackException("Cannot write to " + settings.home().directory() + ": " + e.getMessage(), e);
        }
    }
}
