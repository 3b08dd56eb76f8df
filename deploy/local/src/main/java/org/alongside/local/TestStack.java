package org.alongside.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The PostgreSQL and the Kafka of one run of tests: started on free ports when first asked for, shared by every test of
 * the JVM, stopped and deleted with it. What a killed earlier run left behind is cleared away first.
 *
 * <p>The ports are kept as system properties, because Quarkus may load this class more than once.
 */
public final class TestStack {

    private static final String PREFIX = "alongside.test.";
    private static LocalPostgres postgres;
    private static LocalKafka kafka;

    private TestStack() {}

    /** PostgreSQL, running. */
    public static synchronized LocalPostgres postgres() {
        if (postgres == null) {
            postgres = new LocalPostgres(checkout(), home(), port("postgresql"), false);
            postgres.start();
        }
        return postgres;
    }

    /** Kafka with the topics of the suite, started when it was not yet; a test that stops it starts it again. */
    public static synchronized LocalKafka kafka() {
        if (kafka == null) {
            kafka = new LocalKafka(checkout(), home(), port("kafka"), port("kafka-controller"));
            kafka.start();
            kafka.createTopics(Topics.all());
        }
        return kafka;
    }

    /** Where both keep their data and logs. */
    public static synchronized Home home() {
        String known = System.getProperty(PREFIX + "home");
        return known == null ? newHome() : new Home(Path.of(known));
    }

    private static Home newHome() {
        Path all = checkout().root().resolve("deploy/local/target/test-stack");
        Path own = all.resolve(Long.toString(ProcessHandle.current().pid()));
        clearAbandoned(all);
        System.setProperty(PREFIX + "home", own.toString());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> clear(own), "test-stack-end"));
        return new Home(own);
    }

    private static void clearAbandoned(Path all) {
        if (!Files.isDirectory(all)) {
            return;
        }
        try (Stream<Path> homes = Files.list(all)) {
            homes.filter(home -> ProcessHandle.of(Long.parseLong(home.getFileName().toString())).isEmpty())
                    .forEach(TestStack::clear);
        } catch (IOException e) {
            throw new StackException("Cannot read " + all + ": " + e.getMessage(), e);
        }
    }

    private static void clear(Path directory) {
        Home home = new Home(directory);
        new PartProcess("postgresql", home).kill();
        new PartProcess("kafka", home).kill();
        try {
            Directories.delete(directory);
        } catch (IOException e) {
            throw new StackException("Cannot delete " + directory + ": " + e.getMessage(), e);
        }
    }

    private static int port(String part) {
        String property = PREFIX + part + ".port";
        String known = System.getProperty(property);
        int port = known == null ? Ports.free() : Integer.parseInt(known);
        System.setProperty(property, Integer.toString(port));
        return port;
    }

    private static Checkout checkout() {
        return Checkout.fromSystemProperty();
    }
}
