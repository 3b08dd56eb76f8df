package org.alongside.local;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The services of the suite, and the settings that each of them gets on one machine. */
public final class Services {

    /** In the order in which they are shown. */
    static final List<String> ALL = List.of("intake", "planning", "referral", "audit");

    private Services() {}

    /**
     * The environment of a service: its port, its database with three logins, Kafka, the issuer of the tokens, and the
     * file of its sealing keys, which the service itself creates when it is absent.
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
        Map<String, String> environment = new LinkedHashMap<>();
        settings.forEach((name, value) -> environment.put(variable(name), value));
        return environment;
    }

    /** The environment variable from which MicroProfile Config reads a setting. */
    private static String variable(String setting) {
        return setting.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
