package org.alongside.kit.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class ProductionChecksTest {

    @Test
    void ownSecretsOverHttpsAreFit() {
        assertEquals(List.of(), faults(Map.of("quarkus.datasource.app.password", "k3f9", "quarkus.oidc.auth-server-url",
                "https://id.example.org/realms/alongside", "alongside.sealing.create-keyset-if-absent", "false")));
    }

    @Test
    void demoSecretsAreNamedButNotShown() {
        List<String> faults = faults(Map.of("quarkus.datasource.app.password", "demo-only-app",
                "quarkus.datasource.owner.password", "demo-only-owner", "quarkus.application.name", "intake"));
        assertEquals(2, faults.size());
        assertTrue(faults.get(0).startsWith("quarkus.datasource.app.password "), faults.get(0));
        assertFalse(String.join("", faults).contains("demo-only-"));
    }

    @Test
    void plainHttpToTheIdentityProviderIsRefused() {
        List<String> faults = faults(Map.of("quarkus.oidc.auth-server-url", "http://127.0.0.1:8180/realms/alongside"));
        assertTrue(faults.size() == 1 && faults.get(0).startsWith("quarkus.oidc.auth-server-url "), faults.toString());
    }

    @Test
    void makingKeysAtStartIsRefused() {
        List<String> faults = faults(Map.of("alongside.sealing.create-keyset-if-absent", "true"));
        assertTrue(faults.size() == 1 && faults.get(0).startsWith("alongside.sealing.create-keyset"),
                faults.toString());
    }

    private static List<String> faults(Map<String, String> config) {
        return ProductionChecks.faults(config.keySet(), config::get);
    }
}
