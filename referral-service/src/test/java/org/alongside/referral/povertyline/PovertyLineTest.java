package org.alongside.referral.povertyline;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.util.List;
import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class PovertyLineTest {

    private static final String LINE = "{\"currency\": \"USD\", \"amounts\": [%s, 21150], \"eachFurther\": 5500.00,"
            + " \"source\": \"a test\"}";

    @Test
    void aLineIsAddedOnceAndNeverChanged() {
        String name = "test-" + UUID.randomUUID();
        put(Role.SYSTEM_ADMIN, name, "2025-01-15", LINE.formatted("15650")).statusCode(200)
                .body("name", equalTo(name)).body("validFrom", equalTo("2025-01-15"));
        put(Role.SYSTEM_ADMIN, name, "2025-01-15", LINE.formatted("15650.00")).statusCode(200);
        put(Role.SYSTEM_ADMIN, name, "2025-01-15", LINE.formatted("15651")).statusCode(409)
                .body("type", equalTo("urn:alongside:problem:conflicting-state"));
        put(Role.SYSTEM_ADMIN, name, "2026-01-15", LINE.formatted("15651")).statusCode(200);
        given().auth().oauth2(Tokens.token(Tokens.HOUSING, Role.CASE_WORKER)).get("/v1/poverty-lines").then()
                .statusCode(200)
                .body("povertyLines.findAll { it.name == '" + name + "' }.validFrom",
                        equalTo(List.of("2025-01-15", "2026-01-15")))
                .body("povertyLines.name", hasItem("us-hhs-contiguous"));
    }

    @Test
    void onlyAnAdministratorOfTheSuiteAddsOne() {
        put(Role.AGENCY_ADMIN, "test-role", "2025-01-15", LINE.formatted("1")).statusCode(403);
        given().get("/v1/poverty-lines").then().statusCode(401);
    }

    @Test
    void aLineIsChecked() {
        put(Role.SYSTEM_ADMIN, "test-bad", "2025-02-30", LINE.formatted("1")).statusCode(404);
        put(Role.SYSTEM_ADMIN, "test-bad", "2025-01-15", LINE.formatted("-1")).statusCode(400)
                .body("violations.field", hasItem("/amounts/0"));
        put(Role.SYSTEM_ADMIN, "test-bad", "2025-01-15", "{}").statusCode(400).body("violations.field",
                hasItem("/amounts"));
        put(Role.SYSTEM_ADMIN, "Test Bad", "2025-01-15", LINE.formatted("1")).statusCode(400)
                .body("violations.field", hasItem("path:name"));
    }

    private static ValidatableResponse put(Role role, String name, String day, String line) {
        return given().auth().oauth2(Tokens.token(Tokens.OVERSIGHT, role)).contentType("application/json").body(line)
                .put("/v1/poverty-lines/{name}/{day}", name, day).then();
    }
}
