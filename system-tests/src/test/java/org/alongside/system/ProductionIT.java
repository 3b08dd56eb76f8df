package org.alongside.system;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.alongside.local.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A packaged service, started as production starts it, with settings that are for trying out only. */
class ProductionIT {

    @ParameterizedTest
    @ValueSource(strings = {"intake", "planning", "referral", "audit"})
    void demoSecretsStopTheStartAndAreNamed(String service) throws IOException, InterruptedException {
        String output = startRefused(service, Map.of("QUARKUS_DATASOURCE_APP_PASSWORD", "demo-only-password"));
        assertTrue(output.contains("quarkus.datasource.app.password"), output);
        assertTrue(!output.contains("demo-only-password"), "The refusal repeats the secret: " + output);
    }

    @Test
    void keysMadeOnTheFlyAndTokensOverPlainHttpStopTheStart() throws IOException, InterruptedException {
        String output = startRefused("intake", Map.of("ALONGSIDE_SEALING_CREATE_KEYSET_IF_ABSENT", "true",
                "QUARKUS_OIDC_AUTH_SERVER_URL", "http://keycloak.example/realms/alongside"));
        assertTrue(output.contains("alongside.sealing.create-keyset-if-absent"), output);
        assertTrue(output.contains("quarkus.oidc.auth-server-url"), output);
    }

    private static String startRefused(String service, Map<String, String> settings)
            throws IOException, InterruptedException {
        SystemStack.running();
        Path jar = Checkout.fromSystemProperty().root()
                .resolve(service + "-service/target/quarkus-app/quarkus-run.jar");
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar.toString()).redirectErrorStream(true);
        builder.environment().putAll(SystemStack.running().service(service).settings());
        builder.environment().remove("QUARKUS_PROFILE");
        builder.environment().put("QUARKUS_HTTP_PORT", "0");
        builder.environment().putAll(settings);
        Process process = builder.start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            assertNotEquals(0, process.exitValue(), output);
            return output;
        } finally {
            process.destroyForcibly();
        }
    }
}
