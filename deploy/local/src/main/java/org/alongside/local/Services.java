package org.alongside.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The services of the suite, and the settings that each of them gets on one machine. */
public final class Services {

    /** In the order in which they are shown. */
    static final List<String> ALL = List.of("intake", "planning", "referral", "audit");

    /** Name of the access log in its checkpoints. */
    static final String LOG_ORIGIN = "alongside.localhost/access-log";

    private Services() {}

    /**
     * The environment of a service: its port, its database with three logins, Kafka, the issuer of the tokens, and the
     * files of its keys, which the service itself creates when they are absent.
     */
    static Map<String, String> environment(LocalService service, ServiceDatabase database, LocalKafka kafka,
            URI issuer) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("quarkus.profile", "local");
        settings.put("quarkus.http.host", Ports.HOST);
        settings.put("quarkus.http.port", Integer.toString(service.port()));
        settings.putAll(database.settings());
        settings.putAll(kafka.settings());
        settings.put("quarkus.oidc.auth-server-url", issuer.toString());
        settings.put("alongside.sealing.keyset-file",
                service.home().keys().resolve(service.name() + ".json").toString());
        settings.put("alongside.sealing.create-keyset-if-absent", "true");
        if (service.name().equals("intake")) {
            // nobody waits here for what an agency may leave until the next minute
            settings.put("alongside.erasure.interval", "PT2S");
        }
        if (service.name().equals("audit")) {
            settings.put("alongside.log.origin", LOG_ORIGIN);
            settings.put("alongside.log.keys[0].file", logKey(service.home()).toString());
            settings.put("alongside.log.create-key-if-absent", "true");
            settings.put("quarkus.oidc.console.credentials.secret", "demo-only-alongside-console-secret");
        }
        Map<String, String> environment = new LinkedHashMap<>();
        settings.forEach((name, value) -> environment.put(variable(name), value));
        return environment;
    }

    /** The file of the key that signs the access log. */
    static Path logKey(Home home) {
        return home.keys().resolve("access-log.key");
    }

    /** The environment variable from which MicroProfile Config reads a setting. */
    private static String variable(String setting) {
        return setting.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
