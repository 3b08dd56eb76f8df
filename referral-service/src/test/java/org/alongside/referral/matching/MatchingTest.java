package org.alongside.referral.matching;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.alongside.referral.Directory;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class MatchingTest {

    private final Database database = new Database("referral");

    @Test
    void onlyActiveServicesOfTheNeedAndTheAreaAreFound() {
        List<String> names = find("food-insecurity", "00103", null).extract().path("matches.serviceName");
        assertTrue(names.containsAll(List.of("Benefits Navigator", "Meals to Your Door")), names.toString());
        find("legal-aid", "00103", null).body("matches.serviceName", not(hasItem("Wills at Home")));
        find("legal-aid", "99999", null).body("matches", hasSize(0));
        String areas = "select string_agg(extent, ',') from service_area where service_id = ?";
        assertTrue(!database.strings(areas, Directory.PANTRY).get(0).contains("00103"));
        find("food-insecurity", "00103", null).body("matches.serviceName", not(hasItem("Common Table Pantry")));
        find("food-insecurity", "00118", null).body("matches.serviceName", hasItem("Common Table Pantry"));
    }

    @Test
    void ageMakesEligibleUnknownOrOut() {
        find("legal-aid", "00103", 30).body("matches.eligible", everyItem(is("yes")))
                .body("matches.serviceName", not(hasItem("Youth Law Project")))
                .body("matches.serviceName", not(hasItem("Law for Later Life")));
        find("legal-aid", "00103", 24).body("matches.serviceName", hasItem("Youth Law Project"));
        find("legal-aid", "00103", 25).body("matches.serviceName", not(hasItem("Youth Law Project")));
        find("legal-aid", "00103", null).body("matches.find { it.serviceName == 'Youth Law Project' }.eligible",
                equalTo("unknown"));
    }

    @Test
    void theBestStandFirstAndTheOrderIsAlwaysTheSame() throws Exception {
        Directory.places(Directory.EVICTION_DEFENCE, 3);
        Directory.places(Directory.PROTECTION_LAW, 0);
        List<String> names = find("legal-aid", "00103", null).extract().path("matches.serviceName");
        assertEquals(names, find("legal-aid", "00103", null).extract().<List<String>>path("matches.serviceName"));
        // 8 hours; 24 hours, by name; then those whose places are all taken; then those that have age limits
        assertEquals(List.of("Keep the Lights On: Utility Law", "Eviction Defence", "Tenant Advice Line"),
                names.subList(0, 3));
        assertTrue(names.indexOf("Eviction Defence") < names.indexOf("Family Law Clinic"), names.toString());
        assertTrue(names.indexOf("Family Law Clinic") < names.indexOf("Protection and Safety Law"), names.toString());
        assertTrue(names.indexOf("Protection and Safety Law") < names.indexOf("Youth Law Project"), names.toString());
        List<String> food = find("food-insecurity", "00103", 70).extract().path("matches.serviceName");
        assertEquals("Benefits Navigator", food.get(0), "its organization is on the suite");
    }

    @Test
    void everyResultExplainsEveryFactor() {
        Directory.places(Directory.EVICTION_DEFENCE, 3);
        find("legal-aid", "00103", null)
                .body("matches.factors.collect { it.factor }",
                        everyItem(equalTo(List.of("category", "area", "age", "suite", "capacity", "response"))))
                .body("matches.find { it.serviceName == 'Eviction Defence' }.factors.code",
                        equalTo(List.of("legal-aid", "covered", "yes", "on-suite", "open", "promised")))
                .body("matches.find { it.serviceName == 'Tenant Advice Line' }.factors.code", hasItem("unlimited"))
                .body("matches.find { it.serviceName == 'Youth Law Project' }.factors.words",
                        hasItem("It has age limits: 14 to 24 years. Ask for the age."))
                .body("matches.find { it.serviceName == 'Eviction Defence' }.factors.words",
                        hasItems("Open places: 3.", "It answers within 24 hours."));
    }

    @Test
    void theQuestionIsChecked() {
        ask("{\"category\": \"weather\", \"areaPostalCode\": \"00103\"}", 400)
                .body("type", equalTo("urn:alongside:problem:unknown-code"))
                .body("violations.field", hasItem("/category")).body("allowed", hasItem("legal-aid"));
        ask("{\"category\": \"legal-aid\", \"areaPostalCode\": \"103\"}", 400).body("violations.field",
                hasItem("/areaPostalCode"));
        ask("{\"category\": \"legal-aid\", \"areaPostalCode\": \"00103\", \"age\": 131}", 400).body("violations.field",
                hasItem("/age"));
        ask("{\"category\": \"legal-aid\", \"areaPostalCode\": \"00103\", \"income\": 1}", 400)
                .body("type", equalTo("urn:alongside:problem:unknown-field"));
        given().auth().oauth2(Tokens.token(Tokens.FAMILY_SERVICES, Role.AUDITOR)).contentType("application/json")
                .body("{\"category\": \"legal-aid\", \"areaPostalCode\": \"00103\"}").post("/v1/matches").then()
                .statusCode(403);
        given().contentType("application/json").body("{}").post("/v1/matches").then().statusCode(401);
    }

    private static ValidatableResponse find(String category, String postalCode, Integer age) {
        return ask("{\"category\": \"%s\", \"areaPostalCode\": \"%s\"%s}".formatted(category, postalCode,
                age == null ? "" : ", \"age\": " + age), 200);
    }

    private static ValidatableResponse ask(String body, int status) {
        return given().auth().oauth2(Tokens.token(Tokens.FAMILY_SERVICES, Role.CASE_WORKER))
                .contentType("application/json")
                .body(body).post("/v1/matches").then().statusCode(status);
    }
}
