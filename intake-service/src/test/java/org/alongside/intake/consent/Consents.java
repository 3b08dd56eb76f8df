package org.alongside.intake.consent;

import static org.alongside.intake.client.Clients.INTAKE_WORKER;
import static org.alongside.intake.client.Clients.as;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.alongside.kit.testing.Tokens;

import io.restassured.response.ValidatableResponse;

/** Calls of intake-service's consent operations, for its tests. */
public final class Consents {

    private Consents() {}

    /** Of identity and needs of legal aid, to the agency of that name. */
    public static String proposed(UUID client) {
        return as(INTAKE_WORKER).body("""
                {"recipients": ["%s"], "parts": ["identity", "assessment"], "categories": ["legal-aid"],
                 "purposes": ["COC"], "validUntil": "%s"}""".formatted(Tokens.LEGAL_AID,
                Instant.now().plus(Duration.ofDays(90)))).post("/v1/clients/{id}/consents", client).then()
                .statusCode(201).extract().path("consentId");
    }

    public static ValidatableResponse give(String consent, String body) {
        return as(INTAKE_WORKER).header("If-Match", "\"0\"").body(body).post("/v1/consents/{id}/give", consent).then();
    }
}
