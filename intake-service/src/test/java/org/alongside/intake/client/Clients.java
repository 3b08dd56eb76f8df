package org.alongside.intake.client;

import static io.restassured.RestAssured.given;

import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Tokens;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Calls of intake-service's client operations, for its tests. */
public final class Clients {

    public static final String INTAKE_WORKER = Tokens.token(Tokens.FAMILY_SERVICES, Role.INTAKE_WORKER);

    private Clients() {}

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    /** A body with values that can be recognised wherever they should not be. */
    public static String details(String mark) {
        return """
                {"identity": {"familyName": "Family-%1$s", "givenNames": "Given-%1$s", "nameToUse": "Used-%1$s",
                              "pronouns": "they/them", "dateOfBirth": {"value": "1984-03-17", "precision": "exact"}},
                 "contact": {"languages": ["es", "en"], "interpreterNeeded": true, "areaPostalCode": "00105",
                             "points": [{"kind": "phone", "value": "555-01%1$s", "safeToText": true}]}}"""
                .formatted(mark);
    }

    public static ValidatableResponse register(String body) {
        return as(INTAKE_WORKER).body(body).post("/v1/clients").then();
    }

    public static UUID registered(String mark) {
        return UUID.fromString(register(details(mark)).statusCode(201).extract().path("clientId"));
    }

    /** Different in each run and short enough for every field. */
    public static String newMark() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
