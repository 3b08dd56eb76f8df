package org.alongside.audit.log;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.alongside.audit.Source;
import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

@QuarkusTest
class LogStatusTest {

    @Test
    void saysHowFarItIsAndWhatIsMissing() {
        Source source = new Source();
        source.send(1, 4, 9, 6);
        source.logged(4);

        JsonPath status = given().auth().oauth2(Tokens.token(Tokens.OVERSIGHT, Role.AUDITOR)).get("/v1/log-status")
                .then()
                .statusCode(200).body("sources.source", notNullValue()).extract().jsonPath();

        assertEquals(status.getLong("size") - 1, status.getLong("lastEntryIndex"));
        String ours = "sources.find { it.source == '" + source.name() + "' }.";
        assertEquals(9, status.getLong(ours + "lastSequence"));
        assertEquals(1, status.getInt(ours + "epoch"));
        assertEquals(
                "[[from:2, to:3, missing:[[from:2, to:3]]], [from:5, to:8, missing:[[from:5, to:5], [from:7, to:8]]]]",
                status.getList(ours + "openGaps.collect { [from: it.from, to: it.to, missing: it.missing] }").toString()
                        .replace('{', '[').replace('}', ']').replace('=', ':'));
    }

    @Test
    void isForAuditors() {
        given().auth().oauth2(Tokens.token(Tokens.FAMILY_SERVICES, Role.PRIVACY_OFFICER)).get("/v1/log-status").then()
                .statusCode(403).body("type", equalTo("urn:alongside:problem:not-permitted"));
        given().get("/v1/log-status").then().statusCode(401);
    }
}
