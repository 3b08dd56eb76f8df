package org.alongside.kit.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.alongside.local.TestStack;

/** The database of the service under test, past the service: as the superuser, or as one of its logins. */
public final class Database {

    private final String name;

    public Database(String name) {
        this.name = name;
    }

    /** Runs one statement as the superuser, whom row-level security does not bind. */
    public void run(String sql, Object... parameters) throws SQLException {
        try (Connection connection = superuser(); PreparedStatement statement = prepare(connection, sql, parameters)) {
            statement.execute();
        }
    }

    /** First column of each row, as the superuser. */
    public List<String> strings(String sql, Object... parameters) {
        try (Connection connection = superuser();
                PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
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
        try (Connection connection = superuser()) {
            connection.setAutoCommit(false);
            run(connection, "set local role " + login);
            if (agency != null) {
                run(connection,
                        "select set_config('alongside.agency', ?, true), set_config('alongside.access', ?, true)",
                        agency.toString(), UUID.randomUUID().toString());
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

    public Connection superuser() throws SQLException {
        return TestStack.postgres().superuser(name);
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
}
