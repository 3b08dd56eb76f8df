package org.alongside.local;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * What a local stack consists of and where it is.
 *
 * @param ports
 *            by part, and {@code kafka-controller}
 * @param durable
 *            whether PostgreSQL's commits survive a crash of the machine
 */
public record Settings(Checkout checkout, Home home, Map<String, Integer> ports, boolean durable) {

    private static final Map<String, Integer> DEFAULT_PORTS = defaultPorts();

    /**
     * The stack of the launcher: state in {@code .alongside}, ports by {@code ALONGSIDE_<PART>_PORT}, else those that the
     * running stack was started with, else the usual ones.
     */
    static Settings ofLauncher(Checkout checkout, Map<String, String> environment) {
        Home home = new Home(checkout.root().resolve(".alongside"));
        Map<String, Integer> ports = new LinkedHashMap<>(DEFAULT_PORTS);
        ports.putAll(remembered(home));
        ports.replaceAll((part, port) -> chosen(environment, part, port));
        return new Settings(checkout, home, ports, true);
    }

    /** A stack for tests: on free ports, all of its state in the given directory. */
    public static Settings forTests(Checkout checkout, Path directory) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        DEFAULT_PORTS.keySet().forEach(part -> ports.put(part, Ports.free()));
        return new Settings(checkout, new Home(directory), ports, false);
    }

    int port(String part) {
        return ports.get(part);
    }

    /** The services of the suite that are in the checkout. */
    List<String> services() {
        return Services.ALL.stream().filter(service -> Files.isDirectory(checkout.serviceFolder(service))).toList();
    }

    static String variable(String part) {
        return "ALONGSIDE_" + part.toUpperCase(Locale.ROOT).replace('-', '_') + "_PORT";
    }

    /** Keeps the ports while the stack runs, so that the other commands look where up has started. */
    void rememberPorts() {
        Properties properties = new Properties();
        ports.forEach((part, port) -> properties.setProperty(part, port.toString()));
        try (Writer writer = Files.newBufferedWriter(home.ports())) {
            properties.store(writer, null);
        } catch (IOException e) {
            throw new StackException("Cannot write " + home.ports() + ": " + e.getMessage(), e);
        }
    }

    void forgetPorts() {
        try {
            Files.deleteIfExists(home.ports());
        } catch (IOException e) {
            throw new StackException("Cannot delete " + home.ports() + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, Integer> remembered(Home home) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        if (Files.exists(home.ports())) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(home.ports())) {
                properties.load(reader);
            } catch (IOException e) {
                throw new StackException("Cannot read " + home.ports() + ": " + e.getMessage(), e);
            }
            properties.forEach((part, port) -> ports.put(part.toString(), Integer.valueOf(port.toString())));
        }
        return ports;
    }

    private static int chosen(Map<String, String> environment, String part, int otherwise) {
        String text = environment.getOrDefault(variable(part), "");
        if (text.isBlank()) {
            return otherwise;
        }
        if (!text.matches("[1-9][0-9]{0,4}") || Integer.parseInt(text) > 65535) {
            throw new StackException(variable(part) + "=" + text + " is not a port: give a number from 1 to 65535.");
        }
        return Integer.parseInt(text);
    }

    private static Map<String, Integer> defaultPorts() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("postgresql", 54329);
        ports.put("kafka", 19092);
        ports.put("kafka-controller", 19093);
        ports.put("keycloak", 8180);
        ports.put("intake", 8081);
        ports.put("planning", 8082);
        ports.put("referral", 8083);
        ports.put("audit", 8084);
        return ports;
    }
}
