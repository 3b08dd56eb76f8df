package org.alongside.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.alongside.local.ServiceDatabase.Login;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {

    @TempDir
    static Path directory;
    private static LocalPostgres postgres;
    private static ServiceDatabase intake;

    @BeforeAll
    static void start() {
        postgres = new LocalPostgres(Checkout.fromSystemProperty(), new Home(directory), Ports.free(), false);
        postgres.start();
        postgres.createDatabase("intake");
        postgres.createDatabase("audit");
        intake = postgres.createDatabase("intake");
    }

    @AfterAll
    static void stop() {
        postgres.stop();
        assertFalse(postgres.running());
    }

    @Test
    void isTheVersionThatTheSuiteNames() throws SQLException {
        try (Connection connection = postgres.superuser("postgres")) {
            assertEquals("18.6", show(connection, "server_version"));
        }
    }

    @Test
    void theOwnerMakesTablesAndTheAppLoginDoesNot() throws SQLException {
        try (Connection connection = connect(intake.url(), intake.owner());
                Statement sql = connection.createStatement()) {
            sql.execute("create table owned (id int)");
        }
        try (Connection connection = connect(intake.url(), intake.app());
                Statement sql = connection.createStatement()) {
            assertThrows(SQLException.class, () -> sql.execute("create table mine (id int)"));
            assertThrows(SQLException.class, () -> sql.execute("select * from owned"));
        }
    }

    @Test
    void noLoginOfAServiceMayPassRowLevelSecurityBy() throws SQLException {
        try (Connection connection = postgres.superuser("postgres");
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("select count(*), count(*) filter (where rolsuper or rolbypassrls or"
                        + " rolcreatedb or rolcreaterole) from pg_roles where rolname like 'intake\\_%'")) {
            rows.next();
            assertEquals(3, rows.getInt(1));
            assertEquals(0, rows.getInt(2));
        }
    }

    @Test
    void aLoginReachesItsOwnDatabaseOnly() throws SQLException {
        for (Login login : new Login[]{intake.owner(), intake.app(), intake.system()}) {
            connect(intake.url(), login).close();
            for (String other : new String[]{"audit", "postgres", "template1"}) {
                SQLException refusal = assertThrows(SQLException.class, () -> connect(postgres.url(other), login));
                assertEquals("42501", refusal.getSQLState());
            }
        }
    }

    @Test
    void aWrongPasswordIsRefused() {
        assertThrows(SQLException.class, () -> connect(intake.url(), new Login("intake_app", "guess")));
    }

    @Test
    void theAppLoginNeverWaitsLong() throws SQLException {
        try (Connection connection = connect(intake.url(), intake.app())) {
            assertEquals("1s", show(connection, "lock_timeout"));
            assertEquals("1500ms", show(connection, "statement_timeout"));
            assertEquals("10s", show(connection, "idle_in_transaction_session_timeout"));
        }
    }

    @Test
    void valuesOfRowsDoNotReachTheLog() throws Exception {
        try (Connection connection = connect(intake.url(), intake.owner());
                Statement sql = connection.createStatement()) {
            sql.execute("create table person (name text primary key, age int check (age > 0))");
            sql.execute("insert into person values ('Canary-Name', 1)");
            assertThrows(SQLException.class, () -> sql.execute("insert into person values ('Canary-Name', 2)"));
            assertThrows(SQLException.class, () -> sql.execute("insert into person values ('Canary-Other', -1)"));
        }
        String log = Files.readString(postgres.log());
        assertTrue(log.contains("duplicate key"), log);
        assertFalse(log.contains("Canary"), log);
    }

    @Test
    void passwordsAreReadableByTheirOwnerOnly() throws Exception {
        Path file = new Home(directory).keys().resolve("intake_app.password");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void whatWasCommittedIsThereAfterAKill() throws SQLException {
        try (Connection connection = connect(intake.url(), intake.owner());
                Statement sql = connection.createStatement()) {
            sql.execute("create table kept as select 42 as answer");
        }
        postgres.kill();
        assertFalse(postgres.running());
        assertFalse(postgres.ready());
        postgres.start();
        try (Connection connection = connect(intake.url(), intake.owner());
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("select answer from kept")) {
            row.next();
            assertEquals(42, row.getInt(1));
        }
    }

    private static Connection connect(String url, Login login) throws SQLException {
        return DriverManager.getConnection(url, login.user(), login.password());
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (Statement sql = connection.createStatement(); ResultSet row = sql.executeQuery("show " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}
