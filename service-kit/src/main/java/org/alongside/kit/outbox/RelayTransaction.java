package org.alongside.kit.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

/** A short transaction of the relay; rolled back unless committed. No transaction manager: its one connection is all there is. */
class RelayTransaction implements AutoCloseable {

    private final Connection connection;

    RelayTransaction(DataSource database) throws SQLException {
        connection = database.getConnection();
        connection.setAutoCommit(false);
    }

    Connection connection() {
        return connection;
    }

    void commit() throws SQLException {
        connection.commit();
    }

    /** For marks that may get lost: without them the same events are sent again, which consumers recognise. */
    void commitWithoutWaiting() throws SQLException {
        try (Statement setting = connection.createStatement()) {
            setting.execute("set local synchronous_commit = off");
        }
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
