package org.alongside.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The checkout of Alongside in which the build has put what the local stack runs. */
public record Checkout(Path root) {

    /** The system property that names the root of the checkout; Maven and the launcher set it. */
    public static final String ROOT = "alongside.root";

    private static final String BUILD = "mvn -pl deploy/local -am generate-resources";

    /**
     * The checkout named by the system property {@value #ROOT}.
     *
     * @throws StackException
     *             when the property is absent or names no checkout
     */
    public static Checkout fromSystemProperty() {
        String root = System.getProperty(ROOT);
        if (root == null || root.isBlank()) {
            throw new StackException("The system property " + ROOT + " is not set: start the tests with mvn, or add -D"
                    + ROOT + "=<root of the checkout>.");
        }
        Path path = Path.of(root).toAbsolutePath().normalize();
        if (!Files.isRegularFile(path.resolve("deploy/keycloak/alongside-realm.json"))) {
            throw new StackException("-D" + ROOT + "=" + path + " names no checkout of Alongside.");
        }
        return new Checkout(path);
    }

    /** The archive with PostgreSQL's binaries for this machine. */
    public Path postgresArchive() {
        return onlyEntry("PostgreSQL", "deploy/local/target/postgres-archive", ".txz");
    }

    /** Where PostgreSQL's binaries are unpacked at first use. */
    public Path postgresBinaries() {
        return root.resolve("deploy/local/target/postgres");
    }

    /** The jars of Kafka's broker. */
    public Path kafkaJars() {
        return existing("Kafka", root.resolve("deploy/local/kafka/target/lib"));
    }

    /** The unpacked distribution of Keycloak. */
    public Path keycloakDistribution() {
        return onlyEntry("Keycloak", "deploy/local/target/keycloak", "");
    }

    /** The realm that Keycloak imports at its first start. */
    public Path realm() {
        return root.resolve("deploy/keycloak/alongside-realm.json");
    }

    /** The sources of a service. */
    public Path serviceFolder(String service) {
        return root.resolve(service + "-service");
    }

    /** The runnable jar of a service, whether it is built or not. */
    public Path serviceJar(String service) {
        return serviceFolder(service).resolve("target/quarkus-app/quarkus-run.jar");
    }

    private Path onlyEntry(String what, String folder, String suffix) {
        Path directory = existing(what, root.resolve(folder));
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .filter(entry -> entry.toString().endsWith(suffix)).findFirst()
                    .orElseThrow(() -> absent(what, directory));
        } catch (IOException e) {
            throw new StackException("Cannot read " + directory + ": " + e.getMessage(), e);
        }
    }

    private Path existing(String what, Path directory) {
        if (!Files.isDirectory(directory)) {
            throw absent(what, directory);
        }
        return directory;
    }

    private StackException absent(String what, Path directory) {
        return new StackException(what + " is not in " + directory + ": run `" + BUILD + "` in " + root + ".");
    }
}
