package org.alongside.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class TestStackTest {

    @Test
    void theThreeDatasourcesConnectWithTheirOwnLogins() throws SQLException {
        Map<String, String> settings = start("intake");
        for (String datasource : new String[]{"owner", "app", "system"}) {
            try (Connection connection = connect(settings, datasource);
                    Statement sql = connection.createStatement();
                    ResultSet row = sql.executeQuery("select current_user || ' ' || current_database()")) {
                row.next();
                assertEquals("intake_" + datasource + " intake", row.getString(1));
            }
        }
    }

    @Test
    void eachStartOfTheApplicationUnderTestBeginsWithAnEmptyDatabase() throws SQLException {
        try (Connection first = connect(start("audit"), "owner"); Statement sql = first.createStatement()) {
            sql.execute("create table of_an_earlier_test (id int)");
        }
        try (Connection second = connect(start("audit"), "owner"); Statement sql = second.createStatement()) {
            assertThrows(SQLException.class, () -> sql.execute("select * from of_an_earlier_test"));
        }
    }

    /** Quarkus loads the resources anew for each application under test; that must not start a second server. */
    @Test
    void anotherClassLoaderGetsTheSameServer() throws Exception {
        int port = TestStack.postgres().port();
        long pid = TestStack.postgres().handle().pid();
        URL[] classPath = Arrays.stream(System.getProperty("java.class.path").split(":")).flatMap(TestStackTest::url)
                .toArray(URL[]::new);
        try (URLClassLoader other = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            Class<?> again = other.loadClass(TestStack.class.getName());
            Object postgres = again.getMethod("postgres").invoke(null);
            assertTrue(again != TestStack.class);
            assertEquals(port, postgres.getClass().getMethod("port").invoke(postgres));
            ProcessHandle handle = (ProcessHandle) postgres.getClass().getMethod("handle").invoke(postgres);
            assertEquals(pid, handle.pid());
        }
    }

    private static Map<String, String> start(String service) {
        PostgresResource resource = new PostgresResource();
        resource.init(Map.of("service", service));
        return resource.start();
    }

    private static Connection connect(Map<String, String> settings, String datasource) throws SQLException {
        String prefix = "quarkus.datasource." + datasource + ".";
        return DriverManager.getConnection(settings.get(prefix + "jdbc.url"), settings.get(prefix + "username"),
                settings.get(prefix + "password"));
    }

    private static Stream<URL> url(String path) {
        try {
            return Stream.of(Path.of(path).toUri().toURL());
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
