package org.alongside.referral.eligibility;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.util.List;
import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Tokens;
import org.alongside.referral.Directory;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class EligibilityTest {

    private static final String ADULTS = "{\"rule\": \"age\", \"from\": 18}";

    @Test
    void theAgencyThatOffersAServiceSaysWhomItIsFor() {
        UUID service = Directory.TENANT_ADVICE_LINE;
        String first = put(Tokens.LEGAL_AID, service, null,
                "{\"rule\": \"all\", \"of\": [" + ADULTS + ", {\"rule\": \"not\", \"of\": "
                        + "{\"rule\": \"status\", \"name\": \"home-owner\"}}]}")
                .statusCode(200).body("rule.of.rule", equalTo(List.of("age", "not")))
                .body("rule.of[1].of.name", equalTo("home-owner")).extract().header("ETag");
        put(Tokens.LEGAL_AID, service, null, ADULTS).statusCode(428);
        put(Tokens.LEGAL_AID, service, first, ADULTS).statusCode(200);
        put(Tokens.LEGAL_AID, service, first, ADULTS).statusCode(412);
        given().auth().oauth2(Tokens.token(Tokens.HOUSING, Role.CASE_WORKER))
                .get("/v1/services/{id}/eligibility", service).then().statusCode(200)
                .body("rule.rule", equalTo("age")).body("rule.from", equalTo(18));
    }

    @Test
    void nobodyElseDoes() {
        put(Tokens.HOUSING, Directory.PROTECTION_LAW, null, ADULTS).statusCode(403)
                .body("type", equalTo("urn:alongside:problem:not-permitted"));
        given().auth().oauth2(Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER)).contentType("application/json")
                .body(ADULTS).put("/v1/services/{id}/eligibility", Directory.PROTECTION_LAW).then().statusCode(403);
        given().contentType("application/json").body(ADULTS)
                .put("/v1/services/{id}/eligibility", Directory.PROTECTION_LAW).then().statusCode(401);
        put(Tokens.LEGAL_AID, UUID.randomUUID(), null, ADULTS).statusCode(404);
        given().auth().oauth2(Tokens.token(Tokens.LEGAL_AID, Role.AGENCY_ADMIN))
                .get("/v1/services/{id}/eligibility", Directory.PROTECTION_LAW).then().statusCode(404);
    }

    @Test
    void aRuleIsChecked() {
        refuse("{\"rule\": \"weather\"}", "unknown-code", "/rule").body("allowed", hasItem("income"));
        refuse("{\"from\": 18}", "invalid-input", "/rule");
        refuse("{\"rule\": \"all\", \"of\": [{\"rule\": \"colour\"}]}", "unknown-code", "/of/0/rule");
        refuse("{\"rule\": \"all\", \"of\": []}", "invalid-input", "/of");
        refuse("{\"rule\": \"age\"}", "invalid-input", "/range");
        refuse("{\"rule\": \"age\", \"from\": 30, \"to\": 20}", "invalid-input", "/range");
        refuse("{\"rule\": \"age\", \"from\": 18, \"upTo\": 20}", "unknown-field", "/upTo");
        refuse("{\"rule\": \"income\", \"percent\": 0, \"line\": \"us\"}", "invalid-input", "/percent");
        refuse("{\"rule\": \"status\", \"name\": \"Has Space\"}", "invalid-input", "/name");
        refuse("{\"rule\": \"not\"}", "invalid-input", "/of");
        refuse("[]", "invalid-input", "");
        put(Tokens.LEGAL_AID, Directory.PROTECTION_LAW, null, "{\"rule\":\"not\",\"of\":".repeat(200) + ADULTS
                + "}".repeat(200)).statusCode(400).body("type", equalTo("urn:alongside:problem:malformed-json"));
    }

    private static ValidatableResponse refuse(String rule, String type, String field) {
        return put(Tokens.LEGAL_AID, Directory.PROTECTION_LAW, null, rule).statusCode(400)
                .body("type", equalTo("urn:alongside:problem:" + type)).body("violations.field", hasItem(field));
    }

    private static ValidatableResponse put(UUID agency, UUID service, String ifMatch, String rule) {
        var request = given().auth().oauth2(Tokens.token(agency, Role.AGENCY_ADMIN)).contentType("application/json")
                .body(rule);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/v1/services/{id}/eligibility", service).then();
    }
}
