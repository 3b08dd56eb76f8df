package org.alongside.kit.testing;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The OpenAPI document of the running service against the one in the repository, from which others generate their clients. */
public final class OpenApiDocument {

    private static final Path COMMITTED = Path.of("openapi.yaml");
    private static final String REFRESH = "mvn verify -Dalongside.docs=write";

    private OpenApiDocument() {}

    /** Fails when {@code openapi.yaml} beside the service's pom is not what the service serves; writes it when told to. */
    public static void check() throws IOException {
        String served = given().get("/q/openapi").then().statusCode(200).extract().asString();
        if ("write".equals(System.getProperty("alongside.docs"))) {
            Files.writeString(COMMITTED, served);
        }
        String committed = Files.exists(COMMITTED) ? Files.readString(COMMITTED, StandardCharsets.UTF_8) : "";
        assertEquals(served, committed, "openapi.yaml is stale. Refresh it with: " + REFRESH);
    }
}
