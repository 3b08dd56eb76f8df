package org.alongside.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One service of the suite, run from its packaged jar. Its database has to exist. */
public final class LocalService extends Part {

    /**
     * Four services together stay below 1.2 GB resident. Compiled once and lightly: on a machine that six processes
     * share, the second compiler takes a third of the processor time for minutes and the code cache overflows.
     */
    private static final List<String> JVM_OPTIONS = List.of("-Xms32m", "-Xmx160m", "-XX:+UseSerialGC",
            "-XX:MaxMetaspaceSize=160m", "-XX:ReservedCodeCacheSize=64m", "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8", "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");

    private final Checkout checkout;
    private final LocalPostgres postgres;
    private final LocalKafka kafka;
    private final LocalKeycloak keycloak;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    LocalService(String name, Settings settings, LocalPostgres postgres, LocalKafka kafka, LocalKeycloak keycloak) {
        super(name, settings.port(name), settings.home());
        this.checkout = settings.checkout();
        this.postgres = postgres;
        this.kafka = kafka;
        this.keycloak = keycloak;
    }

    /** Where its paths start. */
    public URI base() {
        return URI.create("http://" + Ports.HOST + ":" + port());
    }

    @Override
    public boolean ready() {
        try {
            HttpRequest request = HttpRequest.newBuilder(base().resolve("/q/health/ready"))
                    .timeout(Duration.ofSeconds(5)).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while waiting for " + name(), e);
        }
    }

    @Override
    void prepare() {
        if (!Files.exists(checkout.serviceJar(name()))) {
            throw new StackException(checkout.serviceJar(name()) + " is not built: run `mvn -DskipTests -pl " + name()
                    + "-service -am package` in " + checkout.root() + ".");
        }
    }

    @Override
    List<String> command() {
        return Java.jar(checkout.serviceJar(name()), JVM_OPTIONS);
    }

    /** The service's settings in this stack, as environment variables. */
    public Map<String, String> settings() {
        return Services.environment(this, postgres.database(name()), kafka, keycloak.realm());
    }

    @Override
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(settings());
        // glibc keeps a pool of memory for each thread otherwise, which is most of what a small JVM wastes
        environment.put("MALLOC_ARENA_MAX", "2");
        return environment;
    }

    @Override
    Duration patience() {
        return Duration.ofMinutes(2);
    }
}
