package org.alongside.system;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import org.alongside.local.Checkout;
import org.alongside.local.LocalStack;
import org.alongside.local.Settings;
import org.alongside.local.demo.Suite;

/** One whole stack for all system tests: started by the first, stopped with the JVM. Each test leaves it running. */
final class SystemStack {

    private static final List<String> DATABASES = List.of("intake", "planning", "referral", "audit");
    private static final Map<String, Connection> CONNECTIONS = new HashMap<>();

    private static LocalStack stack;

    private SystemStack() {}

    static synchronized LocalStack running() {
        if (stack == null) {
            Checkout checkout = Checkout.fromSystemProperty();
            Path directory = checkout.root().resolve("system-tests/target/stack").resolve(
                    Long.toString(ProcessHandle.current().pid()));
            LocalStack starting = new LocalStack(Settings.forTests(checkout, directory));
            Runtime.getRuntime().addShutdownHook(new Thread(starting::stop, "stack-end"));
            starting.start();
            stack = starting;
        }
        return stack;
    }

    static Suite suite() {
        return Suite.of(running());
    }

    static List<String> databases() {
        return DATABASES;
    }

    /** Recognisable wherever it should not be, and new for each use. */
    static String newMark() {
        return "canary" + UUID.randomUUID().toString().replace("-", "");
    }

    /** First column of each row, as the superuser. */
    static List<String> strings(String database, String sql, Object... parameters) {
        try (PreparedStatement statement = superuser(database).prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<String> values = new ArrayList<>();
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
                return values;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("In database " + database + ": " + sql, failure);
        }
    }

    /** Changes rows as the superuser: a state that a fault leaves behind. */
    static void update(String database, String sql) {
        try (PreparedStatement statement = superuser(database).prepareStatement(sql)) {
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("In database " + database + ": " + sql, failure);
        }
    }

    /** Kept open, because a test that waits asks fifty times a second. */
    private static synchronized Connection superuser(String database) throws SQLException {
        Connection kept = CONNECTIONS.get(database);
        if (kept == null || !kept.isValid(2)) {
            kept = running().postgres().superuser(database);
            CONNECTIONS.put(database, kept);
        }
        return kept;
    }

    static long count(String database, String sql, Object... parameters) {
        return Long.parseLong(strings(database, sql, parameters).get(0));
    }

    /** Waits until it is so, for the given seconds at most. */
    static boolean within(int seconds, BooleanSupplier wanted) throws InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (!wanted.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(20);
        }
        return true;
    }
}
