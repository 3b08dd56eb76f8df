package org.alongside.kit.health;

import java.net.URI;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.Config;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;

/** Stops a service in profile {@code prod} that is set up with something fit for a demonstration only. */
@ApplicationScoped
public class ProductionChecks {

    private static final String DEMO_SECRET = "demo-only-";
    private static final List<String> CREATE_KEYS = List.of("alongside.sealing.create-keyset-if-absent",
            "alongside.log.create-key-if-absent");
    private static final List<String> HTTPS_ONLY = List.of("quarkus.oidc.auth-server-url",
            "quarkus.oidc-client.auth-server-url");

    void refuseDemoSettings(@Observes StartupEvent start, Config config) {
        if (!ConfigUtils.isProfileActive("prod")) {
            return;
        }
        List<String> faults = faults(config.getPropertyNames(), name -> config.getConfigValue(name).getValue());
        if (!faults.isEmpty()) {
            throw new IllegalStateException("Not fit for production:\n  " + String.join("\n  ", faults));
        }
    }

    /**
     * What is wrong and what to do, one line each; names properties, never their values.
     *
     * @param value of a property, null when it has none
     */
    static List<String> faults(Iterable<String> names, UnaryOperator<String> value) {
        Stream<String> secrets = StreamSupport.stream(names.spliterator(), false).sorted()
                .filter(name -> String.valueOf(value.apply(name)).startsWith(DEMO_SECRET))
                .map(name -> name + " is a secret of the demo. Set one of your own.");
        Stream<String> plainHttp = HTTPS_ONLY.stream().filter(name -> !isHttps(value.apply(name)))
                .map(name -> name + " is not https. Tokens would travel, and keys be fetched, in the open.");
        Stream<String> keys = CREATE_KEYS.stream().filter(name -> Boolean.parseBoolean(value.apply(name))).map(
                name -> name
                        + " is true. A lost key would be replaced in silence: restore or provide the file and unset it.");
        return Stream.of(secrets, plainHttp, keys).flatMap(faults -> faults).toList();
    }

    /** An address that is not set is none that could be wrong. */
    private static boolean isHttps(String url) {
        return url == null || "https".equalsIgnoreCase(URI.create(url).getScheme());
    }
}
