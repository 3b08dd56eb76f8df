package org.alongside.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Keycloak with the demo realm, on 127.0.0.1, its data in the database {@code keycloak} of the local PostgreSQL, which
 * has to run before. When the realm file has changed since the last start, that database is made anew from it.
 */
public final class LocalKeycloak extends Part {

    private static final String DATABASE = "keycloak";
    private static final List<String> BUILD_OPTIONS = List.of("--db=postgres", "--health-enabled=false",
            "--metrics-enabled=false");
    private static final List<String> JVM_OPTIONS = List.of("-Xms128m", "-Xmx400m", "-XX:MaxMetaspaceSize=256m",
            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-Dpicocli.disable.closures=true",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "--add-opens=java.base/java.util=ALL-UNNAMED", "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED", "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "-Duser.language=en", "-Duser.country=US");

    private final Checkout checkout;
    private final LocalPostgres postgres;
    private final Secrets secrets;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    public LocalKeycloak(Checkout checkout, Home home, int port, LocalPostgres postgres) {
        super("keycloak", port, home);
        this.checkout = checkout;
        this.postgres = postgres;
        this.secrets = new Secrets(home);
    }

    /** Issuer of the tokens, and the base of the realm's endpoints. */
    public URI realm() {
        return URI.create(base() + "/realms/alongside");
    }

    /** Where a client gets tokens. */
    public URI tokenEndpoint() {
        return URI.create(realm() + "/protocol/openid-connect/token");
    }

    /**
     * Puts Keycloak together with its options, once for a checkout; that takes half a minute and needs nothing running.
     */
    public void build() {
        Path distribution = checkout.keycloakDistribution();
        if (isBuilt()) {
            return;
        }
        Path lock = distribution.resolveSibling(".lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            if (!isBuilt()) {
                Stream<String> kc = Stream.of(distribution.resolve("bin/kc.sh").toString(), "build");
                PartProcess.run(Stream.concat(kc, BUILD_OPTIONS.stream()).toArray(String[]::new));
                Files.createFile(buildMark());
            }
        } catch (IOException e) {
            throw new StackException("Cannot build Keycloak in " + distribution + ": " + e.getMessage(), e);
        }
    }

    /** Whether {@link #build()} has been done with these options. */
    boolean isBuilt() {
        return Files.exists(buildMark());
    }

    @Override
    public boolean ready() {
        try {
            HttpRequest request = HttpRequest.newBuilder(realm()).timeout(Duration.ofSeconds(5)).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while waiting for Keycloak", e);
        }
    }

    @Override
    void prepare() {
        build();
        try {
            for (String folder : List.of("conf", "providers", "themes", "data/import")) {
                Files.createDirectories(data().resolve(folder));
            }
            linkProgram();
            Path imported = data().resolve("data/import/alongside-realm.json");
            if (!Files.exists(imported) || Files.mismatch(imported, checkout.realm()) != -1) {
                postgres.dropDatabase(DATABASE);
                Files.copy(checkout.realm(), imported, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new StackException("Cannot write " + data() + ": " + e.getMessage(), e);
        }
        postgres.createPlainDatabase(DATABASE);
    }

    @Override
    List<String> command() {
        Stream<String> options = Stream.concat(JVM_OPTIONS.stream(), Stream.of("-Dkc.home.dir=" + data()));
        Stream<String> arguments = Stream.of("start", "--optimized", "--import-realm", "--http-enabled=true",
                "--http-host=" + Ports.HOST, "--http-port=" + port(), "--hostname=" + base(), "--cache=local",
                "--db-url=" + postgres.url(DATABASE), "--db-username=" + DATABASE, "--log-console-color=false");
        return Java.main(checkout.keycloakDistribution().resolve("lib/quarkus-run.jar"), options.toList(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint", arguments.toArray(String[]::new));
    }

    @Override
    Map<String, String> environment() {
        return Map.of("KC_DB_PASSWORD", secrets.get(DATABASE), "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.get("keycloak-admin"));
    }

    @Override
    Duration patience() {
        return Duration.ofMinutes(4);
    }

    /** Keycloak looks for what it was built with below its home directory, which here is the data directory. */
    private void linkProgram() throws IOException {
        Path link = data().resolve("lib");
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, checkout.keycloakDistribution().resolve("lib"));
    }

    private Path buildMark() {
        return checkout.keycloakDistribution().resolve("built-with" + String.join("", BUILD_OPTIONS));
    }

    private String base() {
        return "http://" + Ports.HOST + ":" + port();
    }
}
