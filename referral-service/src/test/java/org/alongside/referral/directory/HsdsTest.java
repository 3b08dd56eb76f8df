package org.alongside.referral.directory;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.alongside.kit.testing.Database;
import org.alongside.referral.Directory;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** The directory as HSDS 3.1 has it, without a token. */
@QuarkusTest
class HsdsTest {

    private static final String CONFIDENTIAL = "0d000000-0000-4000-8002-000000000010";

    @Inject
    DemoDirectory.DemoDirectoryLoad load;

    private final Database database = new Database("referral");

    @Test
    void servicesComeInTheEnvelopeOfHsds() {
        given().get("/hsds/services?page=1&per_page=20").then().statusCode(200).body("total_items", equalTo(52))
                .body("total_pages", equalTo(3)).body("page_number", equalTo(1)).body("size", equalTo(20))
                .body("first_page", equalTo(true)).body("last_page", equalTo(false)).body("empty", equalTo(false))
                .body("contents", hasSize(20)).body("contents[0].organization.name", notNullValue());
        given().get("/hsds/services?page=3&per_page=20").then().body("size", equalTo(12)).body("last_page",
                equalTo(true));
        given().get("/hsds/services?page=9&per_page=20").then().statusCode(200).body("empty", equalTo(true))
                .body("contents", hasSize(0)).body("last_page", equalTo(true)).body("total_items", equalTo(52));
        given().get("/hsds/services?page=0").then().statusCode(400).body("violations.field", hasItem("query:page"));
        given().get("/hsds/services?per_page=1000").then().statusCode(400).body("violations.field",
                hasItem("query:per_page"));
    }

    @Test
    void pagesTogetherHoldEveryServiceOnce() {
        List<String> first = given().get("/hsds/services?per_page=30").then().extract().path("contents.id");
        List<String> second = given().get("/hsds/services?per_page=30&page=2").then().extract().path("contents.id");
        assertEquals(52, Stream.concat(first.stream(), second.stream()).distinct().count());
    }

    @Test
    void aServiceIsWhole() {
        given().get("/hsds/services/{id}", Directory.EVICTION_DEFENCE).then().statusCode(200)
                .body("name", equalTo("Eviction Defence")).body("status", equalTo("active"))
                .body("organization.name", equalTo("Alderbrook Legal Aid")).body("schedules[0].freq", equalTo("WEEKLY"))
                .body("service_areas", hasSize(4)).body("service_areas[0]", not(hasKey("postal_codes")))
                .body("service_at_locations[0].location.addresses[0].postal_code", notNullValue())
                .body("capacities[0].unit.name", equalTo("Place"))
                .body("attributes.taxonomy_term.code", hasItem("legal-aid")).body("minimum_age", nullValue())
                .body("$", not(hasKey("minimum_age"))).body("x_response_hours", equalTo(24));
        given().get("/hsds/services/{id}", UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void organizationsAndLocationsAreThereAndAConfidentialPlaceHasNoAddress() {
        given().get("/hsds/organizations").then().statusCode(200).body("total_items", equalTo(6))
                .body("contents[0].name", equalTo("Alderbrook Legal Aid")).body("contents[0]", not(hasKey("services")));
        String id = given().get("/hsds/organizations").then().extract().path("contents[0].id");
        given().get("/hsds/organizations/{id}", id).then().statusCode(200)
                .body("services.name", hasItem("Eviction Defence"))
                .body("locations.name", hasItem("Alderbrook Legal Aid Office")).body("phones", hasSize(1))
                .body("x_agency_id", notNullValue());
        given().get("/hsds/locations/{id}", CONFIDENTIAL).then().statusCode(200)
                .body("location_type", equalTo("virtual"))
                .body("$", not(hasKey("addresses"))).body("$", not(hasKey("latitude")));
    }

    @Test
    void loadingAgainChangesNothingButWhatWasWrongAndKeepsPlacesThatAreTaken() throws Exception {
        Directory.places(Directory.PROTECTION_LAW, 1);
        database.run("update service set name = 'Wrong' where id = ?", Directory.PROTECTION_LAW);
        String before = areas();
        load.run();
        assertEquals(before, areas());
        assertEquals(1, Directory.places(Directory.PROTECTION_LAW));
        assertNotEquals("Wrong",
                given().get("/hsds/services/{id}", Directory.PROTECTION_LAW).then().extract().path("name"));
    }

    private String areas() {
        return database.strings("select count(*) || '/' || count(postal_codes) from service_area").get(0);
    }
}
