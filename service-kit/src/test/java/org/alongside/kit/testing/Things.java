package org.alongside.kit.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.alongside.kit.outbox.Outbox;
import org.alongside.kit.system.SystemWork;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;

/** Appends test events and looks at what became of them. */
@ApplicationScoped
public class Things {

    public static final String TOPIC = "kit.thing.v1";
    public static final String TYPE = "org.alongside.kit.thing.changed.v1";
    public static final String HEARTBEAT = "org.alongside.kit.thing.heartbeat.v1";

    private final Outbox outbox;
    private final AgroalDataSource database;

    Things(Outbox outbox, @DataSource("system") AgroalDataSource database) {
        this.outbox = outbox;
        this.database = database;
    }

    /** One event per number, in one transaction. */
    @SystemWork("test")
    public void change(String key, long... numbers) {
        outbox.appendAll(LongStream.of(numbers).mapToObj(n -> changed(key, n)).toList());
    }

    @SystemWork("test")
    public void changeAndFail(String key, long number) {
        outbox.append(changed(key, number));
        throw new IllegalStateException("the change did not happen");
    }

    @SystemWork("test")
    public void append(Outbox.Message message) {
        outbox.append(message);
    }

    public static Outbox.Message changed(String key, long number) {
        return new Outbox.Message(TOPIC, key, TYPE, UUID.randomUUID(), Map.of("n", number));
    }

    /** What the handler has applied of a key, in order. */
    public List<Long> applied(String key) throws SQLException {
        return numbers("select n from thing_applied where key = '" + key + "' order by position");
    }

    public List<Long> numbers(String sql) throws SQLException {
        return query(sql, Long.class);
    }

    public List<String> texts(String sql) throws SQLException {
        return query(sql, String.class);
    }

    public void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    private <T> List<T> query(String sql, Class<T> type) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            List<T> values = new ArrayList<>();
            while (row.next()) {
                values.add(row.getObject(1, type));
            }
            return values;
        }
    }

    /** Waits for what has to come; 30 seconds are more than it may ever take. */
    public static void await(String what, Check check) throws Exception {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!check.holds()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Did not come within 30 s: " + what);
            }
            Thread.sleep(20);
        }
    }

    /** As {@link BooleanSupplier}, but may throw. */
    @FunctionalInterface
    public interface Check {
        boolean holds() throws Exception;
    }
}
