package org.alongside.referral.matching;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.alongside.referral.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class MatchingTest {

    private static final String LEGAL_AID = "\"category\": \"legal-aid\", \"areaPostalCode\": \"00103\"";
    private static final String FOOD = "\"category\": \"food-insecurity\", \"areaPostalCode\": \"00103\"";

    private final Database database = new Database("referral");

    @Test
    void onlyActiveServicesOfTheNeedAndTheAreaAreFound() {
        find(FOOD).body("matches.serviceName", hasItems("Benefits Navigator", "Meals to Your Door"));
        find(LEGAL_AID).body("matches.serviceName", not(hasItem("Wills at Home")));
        find("\"category\": \"legal-aid\", \"areaPostalCode\": \"99999\"").body("matches", hasSize(0));
        String areas = "select string_agg(extent, ',') from service_area where service_id = ?";
        assertTrue(!database.strings(areas, Directory.PANTRY).get(0).contains("00103"));
        find(FOOD).body("matches.serviceName", not(hasItem("Common Table Pantry")));
        find("\"category\": \"food-insecurity\", \"areaPostalCode\": \"00118\"").body("matches.serviceName",
                hasItem("Common Table Pantry"));
    }

    @Test
    void whoeverAServiceIsNotForIsNotShownIt() {
        find(LEGAL_AID + ", \"facts\": {\"age\": 30}").body("matches.serviceName", not(hasItem("Youth Law Project")))
                .body("matches.serviceName", not(hasItem("Law for Later Life")));
        find(LEGAL_AID + ", \"facts\": {\"age\": 24}").body("matches.serviceName", hasItem("Youth Law Project"));
        find(LEGAL_AID + ", \"facts\": {\"age\": 25}").body("matches.serviceName", not(hasItem("Youth Law Project")));
        find(LEGAL_AID + ", \"facts\": {\"statuses\": {\"tenant\": false}}").body("matches.serviceName",
                not(hasItem("Eviction Defence")));
        find(LEGAL_AID + ", \"facts\": {\"householdSize\": 3, \"yearlyIncome\": 53301}").body("matches.serviceName",
                not(hasItem("Eviction Defence")));
    }

    @Test
    void whatIsNotKnownIsAsked() {
        find(LEGAL_AID).body("matches.find { it.serviceName == 'Youth Law Project' }.eligible", equalTo("unknown"))
                .body("matches.find { it.serviceName == 'Youth Law Project' }.checks.asks", hasItem("/facts/age"))
                .body("matches.find { it.serviceName == 'Eviction Defence' }.checks.asks",
                        equalTo(List.of("/facts/statuses/tenant", "/facts/yearlyIncome")));
        find(LEGAL_AID
                + ", \"facts\": {\"householdSize\": 3, \"yearlyIncome\": 53300, \"statuses\": {\"tenant\": true}}")
                .body("matches.find { it.serviceName == 'Eviction Defence' }.eligible", equalTo("yes"))
                .body("matches.find { it.serviceName == 'Eviction Defence' }.checks.answer", everyItem(is("yes")));
    }

    @Test
    void theBestStandFirstAndTheOrderIsAlwaysTheSame() {
        Directory.places(Directory.PROTECTION_LAW, 0);
        ValidatableResponse found = find(LEGAL_AID + ", \"limit\": 100");
        List<Integer> scores = found.extract().path("matches.score");
        assertEquals(scores.stream().sorted((one, other) -> other - one).toList(), scores);
        List<String> names = found.extract().path("matches.serviceName");
        assertEquals(names, find(LEGAL_AID + ", \"limit\": 100").extract().<List<String>>path("matches.serviceName"));
        assertTrue(names.indexOf("Family Law Clinic") < names.indexOf("Protection and Safety Law"), names.toString());
        List<String> food = find(FOOD + ", \"facts\": {\"age\": 70}").extract().path("matches.serviceName");
        assertEquals("Benefits Navigator", food.get(0), "its organization is on the suite");
    }

    @Test
    void theLimitCutsAndTheNumberFoundIsTold() {
        int found = find(LEGAL_AID).extract().path("found");
        find(LEGAL_AID + ", \"limit\": 3").body("matches", hasSize(3)).body("found", equalTo(found));
        find(LEGAL_AID + ", \"exclude\": [\"" + Directory.TENANT_ADVICE_LINE + "\"]")
                .body("found", equalTo(found - 1)).body("matches.serviceName", not(hasItem("Tenant Advice Line")));
    }

    @Test
    void everyResultExplainsEveryFactor() throws SQLException {
        Directory.places(Directory.EVICTION_DEFENCE, 3);
        database.run("update service set assured_date = current_date where id = ?", Directory.EVICTION_DEFENCE);
        ValidatableResponse found = find(LEGAL_AID).body("matches.factors.collect { it.factor }",
                everyItem(equalTo(List.of("eligibility", "capacity", "area", "suite", "response", "record",
                        "verification"))))
                .body("matches.find { it.serviceName == 'Eviction Defence' }.factors.code",
                        equalTo(List.of("unknown", "open", "covered", "on-suite", "promised", "unknown", "current")))
                .body("matches.find { it.serviceName == 'Tenant Advice Line' }.factors.code", hasItem("unlimited"))
                .body("matches.find { it.serviceName == 'Eviction Defence' }.factors.words",
                        hasItems("Open places: 3.", "It answers within 24 hours."))
                .body("matches.find { it.serviceName == 'Eviction Defence' }.factors.points",
                        equalTo(List.of(15, 20, 10, 10, 10, 0, 0)))
                .body("matches.find { it.serviceName == 'Eviction Defence' }.factors.of",
                        equalTo(List.of(30, 20, 10, 10, 10, 0, 0)));
        assertEquals(81, found.extract()
                .<Integer>path("matches.find { it.serviceName == 'Eviction Defence' }.score"), "65 of 80");
    }

    @Test
    void whereAllPlacesAreTakenIsLeftOutWhenAPlaceIsNeeded() {
        Directory.places(Directory.EVICTION_DEFENCE, 0);
        find(LEGAL_AID).body("matches.serviceName", hasItem("Eviction Defence"));
        find(LEGAL_AID + ", \"withOpenPlaces\": true")
                .body("matches.serviceName", not(hasItem("Eviction Defence")))
                .body("matches.serviceName", hasItem("Tenant Advice Line"));
        Directory.places(Directory.EVICTION_DEFENCE, 1);
        find(LEGAL_AID + ", \"withOpenPlaces\": true").body("matches.serviceName", hasItem("Eviction Defence"));
    }

    @Test
    void distanceNarrowsAndCounts() {
        String near = "\"category\": \"legal-aid\", \"near\": {\"latitude\": 0.0, \"longitude\": 0.0, \"withinKm\": %d}";
        int all = find(near.formatted(200)).body("matches.distanceKm", everyItem(notNullValue()))
                .body("matches.factors.factor.flatten()", hasItem("distance")).extract().path("found");
        int close = find(near.formatted(2)).body("matches.distanceKm", everyItem(lessThanOrEqualTo(2f))).extract()
                .path("found");
        assertTrue(close < all, close + " of " + all);
        find("\"category\": \"legal-aid\", \"near\": {\"latitude\": 60, \"longitude\": 179.9, \"withinKm\": 200}")
                .body("found", equalTo(0));
    }

    @Test
    void languagesNarrow() throws Exception {
        find(LEGAL_AID + ", \"languages\": [\"HT-ht\"]")
                .body("matches.find { it.serviceName == 'Eviction Defence' }.factors.words",
                        hasItem("It speaks: ht."));
        find(LEGAL_AID + ", \"languages\": [\"xh\"]").body("matches.factors.code.flatten()", hasItem("interpreter"))
                .body("matches.factors.code.flatten()", not(hasItem("spoken")));
        interpreters(null);
        find(LEGAL_AID + ", \"languages\": [\"ht\"]").body("matches.serviceName", hasItem("Eviction Defence"));
        find(LEGAL_AID + ", \"limit\": 100, \"languages\": [\"xh\"]").body("matches.serviceName",
                not(hasItem("Eviction Defence")));
        interpreters("Ask for one.");
    }

    /** As an import would: the directory's row, then what matching reads. */
    private void interpreters(String words) throws SQLException {
        database.run("update service set interpretation_services = ? where id = ?", words, Directory.EVICTION_DEFENCE);
        database.run("select refresh_service_finder(array[?::uuid])", Directory.EVICTION_DEFENCE);
    }

    @Test
    void wordsAreFoundWithTypingErrorsAndSynonyms() {
        String area = ", \"areaPostalCode\": \"00103\"";
        find("\"text\": \"evictoin\"" + area).body("matches.serviceName", hasItem("Eviction Defence"));
        find("\"text\": \"Évictión\"" + area).body("matches.serviceName", hasItem("Eviction Defence"));
        find("\"text\": \"attorney eviction\"" + area)
                .body("matches.find { it.serviceName == 'Eviction Defence' }.factors.words",
                        hasItem("It has 2 of the 2 words searched."));
        find("\"text\": \"zzzyqx\"" + area).body("found", equalTo(0));
        find("\"category\": \"legal-aid\", \"text\": \"eviction\"" + area).body("matches.serviceName",
                not(hasItem("Staying Put: Eviction Prevention")));
        ask("{\"text\": \"a b\"" + area + "}", 400).body("violations.field", hasItem("/text"));
    }

    /** Eviction Defence is open on weekdays from 9 to 17 at five hours behind UTC. */
    @Test
    void hoursNarrow() {
        String open = LEGAL_AID + ", \"limit\": 100, \"open\": {\"at\": \"%s\"}";
        find(open.formatted("2026-11-23T14:00:00Z"))
                .body("matches.find { it.serviceName == 'Eviction Defence' }.factors.code", hasItem("open"));
        find(open.formatted("2026-11-23T23:00:00Z")).body("matches.serviceName", not(hasItem("Eviction Defence")));
        find(LEGAL_AID + ", \"open\": {}").body("matches.factors.factor", everyItem(hasItem("opening")));
        holiday("PUT", "2026-11-26", 200);
        find(open.formatted("2026-11-26T23:00:00Z"))
                .body("matches.find { it.serviceName == 'Eviction Defence' }.factors.code", hasItem("holiday"));
        holiday("DELETE", "2026-11-26", 204);
        find(open.formatted("2026-11-26T23:00:00Z")).body("matches.serviceName", not(hasItem("Eviction Defence")));
        holiday("DELETE", "2026-11-26", 404);
        refuse(LEGAL_AID + ", \"open\": {\"at\": \"2026-02-30T10:00:00Z\"}", "/open/at");
        refuse(LEGAL_AID + ", \"open\": {\"at\": \"9999-01-01T10:00:00Z\"}", "/open/at");
    }

    @Test
    void hoursThatCannotBeMadeOutAreUnknown() throws Exception {
        String open = LEGAL_AID + ", \"limit\": 100, \"open\": {\"at\": \"2026-11-23T14:00:00Z\"}";
        String hours = "update schedule set opens_at = ?, timezone = ? where service_id = ?";
        database.run(hours, "09:00", -300, Directory.EVICTION_DEFENCE);
        find(open).body("matches.find { it.serviceName == 'Eviction Defence' }.factors.code", hasItem("unknown"));
        database.run(hours, "09:00-05:00", null, Directory.EVICTION_DEFENCE);
        find(open).body("matches.find { it.serviceName == 'Eviction Defence' }.factors.code", hasItem("open"));
    }

    @Test
    void aServiceWithSeveralKindsOfPlacesIsFoundOnce() throws Exception {
        int found = find(LEGAL_AID).extract().path("found");
        UUID other = UUID.randomUUID();
        database.run("insert into service_capacity (id, service_id, unit_id, available, updated, x_places) select ?,"
                + " service_id, unit_id, 99, now(), false from service_capacity where service_id = ?", other,
                Directory.EVICTION_DEFENCE);
        find(LEGAL_AID).body("found", equalTo(found)).body("matches.openPlaces", not(hasItem(99)));
        database.run("delete from service_capacity where id = ?", other);
    }

    /** A shelter that hides is found by its area, and by no distance. */
    @Test
    void aConfidentialPlaceIsFoundByNoDistance() throws Exception {
        String near = "\"category\": \"legal-aid\", \"near\": {\"latitude\": 0, \"longitude\": 0, \"withinKm\": 200}";
        find(near).body("matches.serviceName", hasItem("Eviction Defence"));
        confidential(true);
        find(near).body("matches.serviceName", not(hasItem("Eviction Defence")));
        find(LEGAL_AID).body("matches.serviceName", hasItem("Eviction Defence"));
        confidential(false);
    }

    /** Where a place is follows from when and for whom it is open. */
    @Test
    void hoursOfAConfidentialPlaceAreNotTold() throws Exception {
        String sunday = LEGAL_AID + ", \"limit\": 100, \"open\": {\"at\": \"2026-11-29T16:00:00Z\"}";
        for (String place : List.of("location_id", "service_at_location_id")) {
            UUID hours = UUID.randomUUID();
            database.run(
                    "insert into schedule (id, " + place + ", freq, byday, opens_at, closes_at, timezone) select ?, "
                            + (place.equals("location_id") ? place : "id") + ", 'WEEKLY', 'SU', '09:00', '17:00', -5"
                            + " from service_at_location where service_id = ? limit 1",
                    hours, Directory.EVICTION_DEFENCE);
            try {
                find(sunday).body("matches.serviceName", hasItem("Eviction Defence"));
                confidential(true);
                find(sunday).body("matches.serviceName", not(hasItem("Eviction Defence")));
                confidential(false);
                String link = "update service_at_location set x_vanished_at = %s where service_id = ?";
                database.run(link.formatted("now()"), Directory.EVICTION_DEFENCE);
                find(sunday).body("matches.serviceName", not(hasItem("Eviction Defence")));
                database.run(link.formatted("null"), Directory.EVICTION_DEFENCE);
            } finally {
                database.run("delete from schedule where id = ?", hours);
            }
        }
    }

    @Test
    void areasOfAConfidentialPlaceFindNothing() throws Exception {
        String there = "\"category\": \"legal-aid\", \"limit\": 100, \"areaPostalCode\": \"00999\"";
        UUID area = UUID.randomUUID();
        database.run("insert into service_area (id, service_at_location_id, extent, extent_type) select ?, id, '00999',"
                + " 'text' from service_at_location where service_id = ? limit 1", area, Directory.EVICTION_DEFENCE);
        confidential(false);
        find(there).body("matches.serviceName", hasItem("Eviction Defence"));
        confidential(true);
        find(there).body("matches.serviceName", not(hasItem("Eviction Defence")));
        find(LEGAL_AID).body("matches.serviceName", hasItem("Eviction Defence"));
        database.run("delete from service_area where id = ?", area);
        confidential(false);
    }

    @ParameterizedTest
    @CsvSource({"Nationwide, text", "Cook, ", "'00111,Illinois', text", "Ward 12, text", "'[1,2]', geojson",
            "'00111,00112', topojson", ", "})
    void areasToldInWordsMayBeAnywhere(String extent, String type) throws Exception {
        UUID area = UUID.randomUUID();
        database.run(
                "insert into service_area (id, service_id, name, extent, extent_type) values (?, ?, 'Somewhere', ?, ?)",
                area, Directory.EVICTION_DEFENCE, extent, type);
        confidential(false);
        find("\"category\": \"legal-aid\", \"areaPostalCode\": \"99999\"")
                .body("matches.find { it.serviceName == 'Eviction Defence' }.factors.find { it.factor == 'area' }.code",
                        equalTo("unknown"));
        find(LEGAL_AID).body("matches.serviceName", hasItem("Eviction Defence"));
        database.run("delete from service_area where id = ?", area);
        confidential(false);
        find("\"category\": \"legal-aid\", \"areaPostalCode\": \"99999\"").body("matches.serviceName",
                not(hasItem("Eviction Defence")));
    }

    @Test
    void postalCodesOfOtherCountriesAreSome() {
        assertEquals(List.of("{00103,\"SW1A 1AA\",\"K1A 0B1\",\"1012 AB\"}"),
                database.strings("select postal_codes('00103, SW1A 1AA,K1A 0B1, Nowhere, 1012 AB,')::text"));
    }

    private void confidential(boolean hidden) throws SQLException {
        database.run("update location set x_confidential = ? where id in (select location_id from service_at_location"
                + " where service_id = ?)", hidden, Directory.EVICTION_DEFENCE);
        database.run("select refresh_service_finder(array[?::uuid])", Directory.EVICTION_DEFENCE);
    }

    private static void holiday(String method, String day, int status) {
        given().auth().oauth2(Tokens.token(Tokens.OVERSIGHT, Role.SYSTEM_ADMIN)).contentType("application/json")
                .body("{\"name\": \"a holiday\"}").request(method, "/v1/holidays/" + day).then().statusCode(status);
    }

    @Test
    void preferencesCountOnlyWhenTheClientOptedIn() {
        find(LEGAL_AID + ", \"preferences\": {\"optedIn\": true, \"wanted\": [\"x-evening\"]}")
                .body("matches.factors.factor.flatten()", hasItem("preference"));
        ask("{" + LEGAL_AID + ", \"preferences\": {\"optedIn\": false, \"wanted\": [\"x-evening\"]}}", 400)
                .body("violations.field", hasItem("/preferences/optedIn"));
        ask("{" + LEGAL_AID + ", \"preferences\": {\"wanted\": [\"x-evening\"]}}", 400).body("violations.field",
                hasItem("/preferences/optedIn"));
    }

    @Test
    void theQuestionIsChecked() {
        ask("{\"category\": \"weather\", \"areaPostalCode\": \"00103\"}", 400)
                .body("type", equalTo("urn:alongside:problem:unknown-code"))
                .body("violations.field", hasItem("/category")).body("allowed", hasItem("legal-aid"));
        refuse("\"category\": \"legal-aid\", \"areaPostalCode\": \"103\"", "/areaPostalCode");
        refuse(LEGAL_AID + ", \"facts\": {\"age\": 131}", "/facts/age");
        refuse(LEGAL_AID + ", \"facts\": {\"yearlyIncome\": -1}", "/facts/yearlyIncome");
        refuse(LEGAL_AID + ", \"near\": {\"latitude\": 91, \"longitude\": 0, \"withinKm\": 5}", "/near/latitude");
        refuse(LEGAL_AID + ", \"near\": {\"latitude\": 1, \"longitude\": 0, \"withinKm\": 500}", "/near/withinKm");
        refuse(LEGAL_AID + ", \"limit\": 101", "/limit");
        refuse(LEGAL_AID + ", \"languages\": [\"\"]", "/languages");
        ask("{\"category\": \"legal-aid\"}", 400);
        ask("{\"areaPostalCode\": \"00103\"}", 400);
        ask("{" + LEGAL_AID + ", \"income\": 1}", 400).body("type", equalTo("urn:alongside:problem:unknown-field"));
        given().auth().oauth2(Tokens.token(Tokens.FAMILY_SERVICES, Role.AUDITOR)).contentType("application/json")
                .body("{" + LEGAL_AID + "}").post("/v1/matches").then().statusCode(403);
        given().contentType("application/json").body("{}").post("/v1/matches").then().statusCode(401);
    }

    private static void refuse(String question, String field) {
        ask("{" + question + "}", 400).body("violations.field.toString()",
                containsString(field));
    }

    private static ValidatableResponse find(String question) {
        return ask("{" + question + "}", 200);
    }

    private static ValidatableResponse ask(String body, int status) {
        return given().auth().oauth2(Tokens.token(Tokens.FAMILY_SERVICES, Role.CASE_WORKER))
                .contentType("application/json").body(body).post("/v1/matches").then().statusCode(status);
    }
}
