package org.alongside.local;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A service's own database and its three logins.
 *
 * @param url
 *            JDBC URL without user and password
 * @param owner
 *            owns the tables and runs the migrations
 * @param app
 *            serves requests, under row-level security
 * @param system
 *            does the service's work without a caller, under its own policies
 */
public record ServiceDatabase(String name, String url, Login owner, Login app, Login system) {

    /** A login of PostgreSQL. */
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return user;
        }
    }

    /** The service's Quarkus settings for its three datasources. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        Map.of("owner", owner, "app", app, "system", system).forEach((datasource, login) -> {
            String prefix = "quarkus.datasource." + datasource + ".";
            settings.put(prefix + "jdbc.url", url);
            settings.put(prefix + "username", login.user());
            settings.put(prefix + "password", login.password());
        });
        return settings;
    }
}
