package org.alongside.kit.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.alongside.local.TestStack;
import org.postgresql.PGConnection;

/** The database of the service under test, past the service: as the superuser, or as one of its logins. */
public final class Database {

    /** Connections for the next statements, by database: opening one takes longer than most statements do. */
    private static final Map<String, Queue<Connection>> IDLE = new ConcurrentHashMap<>();
    private static final int SECONDS_TO_ANSWER = 2;

    private final String name;

    public Database(String name) {
        this.name = name;
    }

    /** Runs one statement as the superuser, whom row-level security does not bind. */
    public void run(String sql, Object... parameters) throws SQLException {
        use(connection -> {
            run(connection, sql, parameters);
            return null;
        });
    }

    /** First column of each row, as the superuser. */
    public List<String> strings(String sql, Object... parameters) {
        try {
            return use(connection -> strings(connection, sql, parameters));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /**
     * A count as a login of the service would see it, past every check in the application.
     *
     * @param agency acting agency of an open access context; {@code null} for no context
     */
    public long countAs(String login, UUID agency, String sql, Object... parameters) throws SQLException {
        return countAs(login, agency, null, sql, parameters);
    }

    /**
     * As {@link #countAs(String, UUID, String, Object...)}.
     *
     * @param worker token subject of the acting worker; {@code null} for none
     */
    public long countAs(String login, UUID agency, UUID worker, String sql, Object... parameters) throws SQLException {
        try (Connection connection = superuser()) {
            connection.setAutoCommit(false);
            run(connection, "set local role " + login);
            if (agency != null) {
                run(connection,
                        "select set_config('alongside.agency', ?, true), set_config('alongside.access', ?, true)",
                        agency.toString(), UUID.randomUUID().toString());
            }
            if (worker != null) {
                run(connection, "select set_config('alongside.worker', ?, true)", worker.toString());
            }
            try (PreparedStatement statement = prepare(connection, sql, parameters);
                    ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            } finally {
                connection.rollback();
            }
        }
    }

    /** A connection of its own, for the caller to close. */
    public Connection superuser() throws SQLException {
        return TestStack.postgres().superuser(name);
    }

    private <T> T use(Work<T> work) throws SQLException {
        Queue<Connection> idle = IDLE.computeIfAbsent(name, any -> new ConcurrentLinkedQueue<>());
        Connection connection = alive(idle.poll());
        try {
            T result = work.with(connection);
            idle.add(connection);
            return result;
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    /** Tests kill the database and make it anew. */
    private Connection alive(Connection kept) throws SQLException {
        return kept != null && kept.isValid(SECONDS_TO_ANSWER) ? kept : opened();
    }

    /** Statements are not prepared beyond one use, because tests change tables. */
    private Connection opened() throws SQLException {
        Connection connection = superuser();
        connection.unwrap(PGConnection.class).setPrepareThreshold(0);
        return connection;
    }

    private static List<String> strings(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private static void run(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters)) {
            statement.execute();
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private interface Work<T> {

        T with(Connection connection) throws SQLException;
    }
}
