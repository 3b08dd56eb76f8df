package org.alongside.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

import org.alongside.local.ServiceDatabase.Login;

/**
 * PostgreSQL on 127.0.0.1, with password logins only. Its log holds no statement and no value of a row, because those
 * are personal data.
 */
public final class LocalPostgres extends Part {

    private static final String SUPERUSER = "postgres";

    private final Checkout checkout;
    private final Secrets secrets;
    private final boolean durable;

    /**
     * @param durable
     *            whether what is committed survives a crash of the machine; false is quicker and for tests. A kill of
     *            PostgreSQL it survives in any case.
     */
    public LocalPostgres(Checkout checkout, Home home, int port, boolean durable) {
        super("postgresql", port, home);
        this.checkout = checkout;
        this.secrets = new Secrets(home);
        this.durable = durable;
    }

    /**
     * Creates the database of a service with its logins, or puts right what is there. None of them is superuser or may
     * pass row-level security by; nobody else may connect to it.
     */
    public ServiceDatabase createDatabase(String service) {
        ServiceDatabase database = database(service);
        try (Connection connection = superuser(SUPERUSER); Statement sql = connection.createStatement()) {
            createLogin(connection, database.owner());
            createLogin(connection, database.app());
            createLogin(connection, database.system());
            boundWaiting(sql, database.app());
            createOnce(connection, service, database.owner());
            sql.execute("revoke all on database " + service + " from public");
            sql.execute(
                    "grant connect on database " + service + " to " + database.app() + ", " + database.system());
            return database;
        } catch (SQLException e) {
            throw new StackException("Cannot create the database " + service + ": " + e.getMessage(), e);
        }
    }

    /** Creates a database that belongs to one login of the same name, or puts right what is there. */
    ServiceDatabase.Login createPlainDatabase(String name) {
        Login login = login(name);
        try (Connection connection = superuser(SUPERUSER); Statement sql = connection.createStatement()) {
            createLogin(connection, login);
            createOnce(connection, name, login);
            sql.execute("revoke all on database " + name + " from public");
            return login;
        } catch (SQLException e) {
            throw new StackException("Cannot create the database " + name + ": " + e.getMessage(), e);
        }
    }

    /** Deletes the database with all that is in it, if there is one. */
    public void dropDatabase(String name) {
        try (Connection connection = superuser(SUPERUSER); Statement sql = connection.createStatement()) {
            sql.execute("drop database if exists " + name + " with (force)");
        } catch (SQLException e) {
            throw new StackException("Cannot delete the database " + name + ": " + e.getMessage(), e);
        }
    }

    /** How the service reaches its database, whether it exists yet or not. */
    public ServiceDatabase database(String service) {
        return new ServiceDatabase(service, url(service), login(service + "_owner"), login(service + "_app"),
                login(service + "_system"));
    }

    /** A connection that may do everything: for tests and for setting up. */
    public Connection superuser(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", secrets.get(SUPERUSER));
        properties.setProperty("connectTimeout", "2");
        return DriverManager.getConnection(url(database), properties);
    }

    /** The login that may do everything. */
    public Login superuser() {
        return login(SUPERUSER);
    }

    /** JDBC URL of a database, without user and password. */
    public String url(String database) {
        return "jdbc:postgresql://" + Ports.HOST + ":" + port() + "/" + database;
    }

    @Override
    public boolean ready() {
        try (Connection connection = superuser(SUPERUSER)) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    void prepare() {
        if (!Files.exists(data().resolve("PG_VERSION"))) {
            initialise();
        }
    }

    @Override
    List<String> command() {
        Stream<String> settings = configuration().entrySet().stream()
                .flatMap(setting -> Stream.of("-c", setting.getKey() + "=" + setting.getValue()));
        return binaries().command("postgres", Stream.concat(Stream.of("-D", data().toString()), settings));
    }

    @Override
    void afterStart() {
        try (Connection connection = superuser(SUPERUSER); Statement sql = connection.createStatement()) {
            sql.execute("revoke connect on database postgres from public");
            sql.execute("revoke connect on database template1 from public");
        } catch (SQLException e) {
            throw new StackException("Cannot set up PostgreSQL: " + e.getMessage(), e);
        }
    }

    /** A fast shutdown: it does not wait for clients to leave. */
    @Override
    String stopSignal() {
        return "INT";
    }

    private Map<String, String> configuration() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("port", Integer.toString(port()));
        settings.put("listen_addresses", Ports.HOST);
        settings.put("unix_socket_directories", "");
        settings.put("max_connections", "200");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.put("log_min_error_statement", "panic");
        settings.put("log_error_verbosity", "terse");
        settings.put("log_parameter_max_length_on_error", "0");
        if (!durable) {
            settings.putAll(Map.of("fsync", "off", "full_page_writes", "off"));
            // tests ask which of two commits came first
            settings.put("track_commit_timestamp", "on");
        }
        return settings;
    }

    /** Fills the data directory under another name first, so that an interrupted start leaves no half of one. */
    private void initialise() {
        Path unfinished = data().resolveSibling("postgresql-unfinished");
        try {
            Directories.delete(unfinished);
            secrets.get(SUPERUSER);
            Stream<String> arguments = Stream.of("-D", unfinished.toString(), "-U", SUPERUSER, "--encoding=UTF8",
                    "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--auth=scram-sha-256",
                    "--pwfile=" + secrets.file(SUPERUSER), durable ? "--data-checksums" : "--no-sync");
            PartProcess.run(binaries().command("initdb", arguments).toArray(String[]::new));
            Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StackException("Cannot write " + data() + ": " + e.getMessage(), e);
        }
    }

    private PostgresBinaries binaries() {
        return PostgresBinaries.of(checkout);
    }

    private Login login(String user) {
        return new Login(user, secrets.get(user));
    }

    private static void createLogin(Connection connection, Login login) throws SQLException {
        String verb = exists(connection, "pg_roles where rolname", login.user()) ? "alter" : "create";
        execute(connection,
                verb + " role " + login + " login nosuperuser nobypassrls nocreatedb nocreaterole password '"
                        + login.password() + "'");
    }

    /** A locked table must give an error within two seconds, not hold a request. */
    private static void boundWaiting(Statement sql, Login app) throws SQLException {
        sql.execute("alter role " + app + " set lock_timeout = '1s'");
        sql.execute("alter role " + app + " set statement_timeout = '1500ms'");
        sql.execute("alter role " + app + " set idle_in_transaction_session_timeout = '10s'");
    }

    private static void createOnce(Connection connection, String database, Login owner) throws SQLException {
        if (!exists(connection, "pg_database where datname", database)) {
            execute(connection, "create database " + database + " owner " + owner);
        }
    }

    private static boolean exists(Connection connection, String tableAndColumn, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select 1 from " + tableAndColumn + " = ?")) {
            query.setString(1, name);
            return query.executeQuery().next();
        }
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
