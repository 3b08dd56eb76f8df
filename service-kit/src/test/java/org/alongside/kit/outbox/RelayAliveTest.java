package org.alongside.kit.outbox;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;

import org.alongside.kit.testing.Things;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;

/** In a process of its own profile, since its relay does not come back. */
@QuarkusTest
@TestProfile(RelayAliveTest.Relaying.class)
class RelayAliveTest {

    public static class Relaying implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("alongside.outbox.relay", "true");
        }
    }

    @Test
    void aServiceWhoseRelayHasEndedIsNotAlive() throws Exception {
        live("UP").statusCode(200);
        assertFalse(relays().isEmpty());
        Things.await("the end of the relay", () -> {
            relays().forEach(Thread::interrupt);
            return relays().isEmpty();
        });
        live("DOWN").statusCode(503);
    }

    private static ValidatableResponse live(String relay) {
        return given().get("/q/health/live").then().body("checks.find { it.name == 'relay alive' }.status",
                equalTo(relay));
    }

    private static List<Thread> relays() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("outbox-relay") && thread.isAlive()).toList();
    }
}
