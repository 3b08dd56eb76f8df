package org.alongside.local;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * Gives a Quarkus test the real PostgreSQL of {@link TestStack}. The init argument {@code service} names the service
 * whose database and logins the datasources {@code owner}, {@code app} and {@code system} get. The database is dropped
 * and made anew when the application under test starts.
 */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {

    private String service;

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.get("service");
        if (service == null) {
            throw new StackException("PostgresResource needs the init argument \"service\", such as \"intake\".");
        }
    }

    @Override
    public Map<String, String> start() {
        LocalPostgres postgres = TestStack.postgres();
        postgres.dropDatabase(service);
        return postgres.createDatabase(service).settings();
    }

    /** PostgreSQL ends with the JVM, because the next test class needs it again. */
    @Override
    public void stop() {}
}
