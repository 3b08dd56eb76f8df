package org.alongside.audit;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Lets the pages of the console take the tokens of tests; the login through the real Keycloak stands in {@code system-tests}. */
public class ConsoleTenantResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of("quarkus.oidc.console.application-type", "service", "quarkus.oidc.console.token.audience",
                "alongside-api", "quarkus.oidc.console.public-key", "${quarkus.oidc.public-key}",
                // Only for a session in a browser:
                "quarkus.oidc.console.logout.path", "", "quarkus.oidc.console.authentication.pkce-required", "false");
    }

    @Override
    public void stop() {}
}
