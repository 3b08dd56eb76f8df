package org.alongside.referral.hsds;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.alongside.kit.testing.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

/** The demo directory has a shelter whose place must not be known. */
@QuarkusTest
class ConfidentialPlaceTest {

    private static final UUID SHELTER = UUID.fromString("0d000000-0000-4000-8002-000000000010");
    private static final UUID ADDRESS = UUID.fromString("0d000000-0000-4000-800e-000000001001");
    /** All that tells where it is: street, postal code, degrees, the bus there, and what the history says of it. */
    private static final List<String> SECRETS = List.of("Hidden Mews", "00199", "0.091", "0.093", "Night bus",
            "Old Mews",
            "tellmewhere");

    private static final UUID TERM = UUID.fromString("0d000000-0000-4000-800b-000000000001");

    private final Database database = new Database("referral");

    @BeforeEach
    void theShelterHasAHistory() throws SQLException {
        database.run("update location set external_identifier = 'tellmewhere', external_identifier_type = 'what3words'"
                + " where id = ?", SHELTER);
        history("10000000-0000-4000-8000-000000000001", ADDRESS, "address", "address_1", "1 Old Mews");
        history("10000000-0000-4000-8000-000000000002", SHELTER, "location", "latitude", "0.091");
        history("10000000-0000-4000-8000-000000000003", SHELTER, "location", "", "tellmewhere");
        everythingNestedTellsIt();
    }

    private void everythingNestedTellsIt() throws SQLException {
        database.run("update location set url = 'https://tellmewhere.example', description = 'tellmewhere',"
                + " alternate_name = 'tellmewhere' where id = ?", SHELTER);
        database.run("update service_at_location set description = 'tellmewhere' where location_id = ?", SHELTER);
        UUID at = UUID.fromString(database
                .strings("select id from service_at_location where location_id = ? order by id", SHELTER).get(0));
        for (UUID place : List.of(SHELTER, at)) {
            String key = place.equals(SHELTER) ? "location_id" : "service_at_location_id";
            database.run("insert into contact (id, " + key + ", name) values (?, ?, 'tellmewhere')", nested(place, 1),
                    place);
            database.run("insert into phone (id, contact_id, number) values (?, ?, 'tellmewhere')", nested(place, 2),
                    nested(place, 1));
            database.run("insert into phone (id, " + key + ", number) values (?, ?, 'tellmewhere')", nested(place, 3),
                    place);
            database.run("insert into language (id, phone_id, note) values (?, ?, 'tellmewhere')", nested(place, 4),
                    nested(place, 3));
            database.run("insert into schedule (id, " + key + ", notes) values (?, ?, 'tellmewhere')",
                    nested(place, 5), place);
            database.run("insert into attribute (id, link_id, link_entity, value, taxonomy_term_id) select ?, ?,"
                    + " 'location', 'tellmewhere', ?", nested(place, 6), place, TERM);
        }
        database.run("insert into accessibility (id, location_id, details) values (?, ?, 'tellmewhere')",
                nested(SHELTER, 7), SHELTER);
        database.run("insert into language (id, location_id, note) values (?, ?, 'tellmewhere')", nested(SHELTER, 8),
                SHELTER);
        database.run("insert into service_area (id, service_at_location_id, name, extent) values (?, ?, 'tellmewhere',"
                + " '00199')", nested(at, 9), at);
    }

    @AfterEach
    void itHasNone() throws SQLException {
        database.run("delete from metadata");
        for (String table : List.of("language", "phone", "contact", "schedule", "attribute", "accessibility",
                "service_area")) {
            database.run("delete from " + table + " where id::text like '1%-0000-4000-9000-%'");
        }
    }

    private static UUID nested(UUID place, int number) {
        return UUID.fromString("%s-0000-4000-9000-00000000000%d".formatted(place.equals(SHELTER)
                ? "10000000"
                : "10000001", number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"services?full=true&per_page=100", "services?per_page=200",
            "services?full=true&format=ndjson",
            "organizations?full_service=true", "organizations?full=true",
            "organizations?full_service=true&format=ndjson",
            "service_at_locations?full=true&per_page=100", "service_at_locations?per_page=200",
            "service_at_locations?full=true&format=ndjson", "locations/0d000000-0000-4000-8002-000000000010",
            "organizations/0d000000-0000-4000-8000-000000000003?full_service=true"})
    void noDocumentSaysWhereItIs(String path) {
        String documents = given().get("/hsds/" + path).then().statusCode(200).extract().asString();
        assertTrue(documents.contains("Lanternlight") || documents.contains("Safe Stay"),
                "it is looked for where it is");
        SECRETS.forEach(secret -> assertFalse(documents.contains(secret), secret));
    }

    @Test
    void documentsOfItsServicesSayThatItIsConfidential() {
        given().get("/hsds/locations/{id}", SHELTER).then().statusCode(200).body("x_confidential", equalTo(true))
                .body("name", equalTo("Safe Stay (confidential place)")).body("location_type", equalTo("physical"));
        for (String service : database.strings("select service_id from service_at_location where location_id = ?",
                SHELTER)) {
            String document = given().get("/hsds/services/{id}", service).then().statusCode(200).extract().asString();
            SECRETS.forEach(secret -> assertFalse(document.contains(secret), secret));
        }
    }

    @Test
    void noSearchAndNoDistanceFindsIt() {
        // its own postal code is as unknown as one that is none: nothing else lies there
        given().get("/hsds/service_at_locations?postcode=00199&proximity=100000").then().statusCode(400)
                .body("violations.code", hasItem("unknown-postcode"));
        for (String near : Stream.of("00103", "00107", "00112").toList()) {
            given().get("/hsds/service_at_locations?per_page=200&proximity=99999999&postcode=" + near).then()
                    .statusCode(200).body("total_items", not(equalTo(0)))
                    .body("contents.location.id", not(hasItem(SHELTER.toString())));
            given().get("/hsds/service_at_locations?per_page=200&postcode=" + near).then().statusCode(200)
                    .body("contents.location.id", not(hasItem(SHELTER.toString())));
        }
        for (String words : List.of("Hidden Mews", "00199", "Night bus", "tellmewhere")) {
            given().queryParam("search", words).get("/hsds/service_at_locations").then().body("total_items",
                    equalTo(0));
            given().queryParam("search", words).get("/hsds/organizations").then().body("total_items", equalTo(0));
        }
    }

    @Test
    void whatIsSaidOfThePlaceFindsNoServiceThere() {
        given().get("/hsds/service_at_locations?per_page=200&taxonomy_term_id=" + TERM).then().statusCode(200)
                .body("contents.location.id", not(hasItem(SHELTER.toString())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"address", "location", "contact", "phone", "language", "accessibility", "metadata",
            "schedule", "service_area", "attribute"})
    void requestsCannotReadPastTheViews(String table) {
        assertThrows(SQLException.class,
                () -> database.countAs("referral_app", null, "select count(*) from " + table));
    }

    private void history(String id, UUID of, String type, String field, String before) throws SQLException {
        database.run("insert into metadata values (?, ?, ?, '2026-01-01', 'update', ?, ?, '', 'someone')",
                UUID.fromString(id), of, type, field, before);
    }
}
