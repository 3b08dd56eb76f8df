package org.alongside.system;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.alongside.local.Checkout;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A packaged service, started as production starts it, with settings that are for trying out only. */
class ProductionIT {

    private static final String SECRET = "demo-only-password";
    private static final String KEYS_AND_PLAIN_HTTP = "intake with keys made on the fly and tokens over plain http";

    private static final Map<String, Process> STARTS = new HashMap<>();

    /** All at once, because each of them keeps one processor busy and no more. */
    @BeforeAll
    static void startAll() throws IOException {
        for (String service : SystemStack.databases()) {
            STARTS.put(service, start(service, Map.of("QUARKUS_DATASOURCE_APP_PASSWORD", SECRET)));
        }
        STARTS.put(KEYS_AND_PLAIN_HTTP, start("intake", Map.of("ALONGSIDE_SEALING_CREATE_KEYSET_IF_ABSENT", "true",
                "QUARKUS_OIDC_AUTH_SERVER_URL", "http://keycloak.example/realms/alongside")));
    }

    @AfterAll
    static void endAll() {
        STARTS.values().forEach(Process::destroyForcibly);
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "planning", "referral", "audit"})
    void demoSecretsStopTheStartAndAreNamed(String service) throws IOException, InterruptedException {
        String output = refusal(service);
        assertTrue(output.contains("quarkus.datasource.app.password"), output);
        assertTrue(!output.contains(SECRET), "The refusal repeats the secret: " + output);
    }

    @Test
    void keysMadeOnTheFlyAndTokensOverPlainHttpStopTheStart() throws IOException, InterruptedException {
        String output = refusal(KEYS_AND_PLAIN_HTTP);
        assertTrue(output.contains("alongside.sealing.create-keyset-if-absent"), output);
        assertTrue(output.contains("quarkus.oidc.auth-server-url"), output);
    }

    /** What a start printed that came to nothing. */
    private static String refusal(String start) throws IOException, InterruptedException {
        Process process = STARTS.get(start);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertNotEquals(0, process.exitValue(), output);
        return output;
    }

    private static Process start(String service, Map<String, String> settings) throws IOException {
        Path jar = Checkout.fromSystemProperty().root()
                .resolve(service + "-service/target/quarkus-app/quarkus-run.jar");
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx160m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", jar.toString())
                .redirectErrorStream(true);
        builder.environment().putAll(SystemStack.running().service(service).settings());
        builder.environment().remove("QUARKUS_PROFILE");
        builder.environment().put("QUARKUS_HTTP_PORT", "0");
        builder.environment().putAll(settings);
        return builder.start();
    }
}
