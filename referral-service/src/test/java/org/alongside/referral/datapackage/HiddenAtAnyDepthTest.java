package org.alongside.referral.datapackage;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** What hangs on a confidential place, at any depth, and what was lost from one, shows to nobody but who may see the place. */
@QuarkusTest
class HiddenAtAnyDepthTest {

    private static final String SOURCE = "depth";
    private static final String ORGANIZATION = "\"organizations\": [{\"id\": \"o\", \"name\": \"O\", \"description\": \"d\"}]";
    private static final String SERVICE = "{\"id\": \"s\", \"organization_id\": \"o\", \"name\": \"Depth\", \"status\": \"active\""
            + "%s}";
    /** An attribute with a history, and a history: 3 secrets. */
    private static final String SAID = """
            "attributes": [{"id": "a%1$s", "value": "tellmewhere", "taxonomy_term": {"id": "t", "name": "T", "description": "d"},
               "metadata": [{"id": "n%1$s", "last_action_date": "2026-01-02", "previous_value": "tellmewhere"}]}],
            "metadata": [{"id": "m%1$s", "last_action_date": "2026-01-02", "previous_value": "tellmewhere"}]""";
    private static final String PLACE = """
            {%s, "locations": [{"id": "l", "location_type": "physical", "organization_id": "o", "x_confidential": %s,
               "addresses": [{"id": "d", "address_1": "tellmewhere", "country": "US", %s}],
               "languages": [{"id": "g", "code": "en", "note": "tellmewhere", %s}],
               "accessibility": [{"id": "y", "details": "tellmewhere", %s}],
               "phones": [{"id": "q", "number": "555 0100", "description": "tellmewhere", %s}],
               "schedules": [{"id": "c", "notes": "tellmewhere", %s}],
               "contacts": [{"id": "k", "name": "tellmewhere", "phones": [{"id": "p", "number": "555 0101",
                  "languages": [{"id": "v", "code": "en", %s}], %s}], %s}], %s}],
             "services": [%s]}""";

    private final Database database = new Database("referral");

    @AfterEach
    void forget() throws SQLException {
        database.run("delete from metadata m using directory_entry x where x.id = m.resource_id and x.x_source = ?",
                SOURCE);
        Imports.forget(SOURCE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whateverHangsOnTheThingsOfAConfidentialPlaceIsHidden(boolean confidential) throws IOException {
        load(place(confidential));
        assertEquals(6 + 3 * 9, secrets(Role.SYSTEM_ADMIN));
        assertEquals(confidential ? 0 : 6 + 3 * 9, secrets(Role.AGENCY_ADMIN));
    }

    @Test
    void whatHangsOnAnAttributeOrOnHistoryIsLeftOut() throws IOException {
        load(place(true));
        load("""
                {"attributes": [{"id": "a", "link_id": "ay", "link_entity": "attribute", "value": "tellmewhere",
                   "taxonomy_term": {"id": "t", "name": "T", "description": "d"}}],
                 "metadata": [{"id": "m", "resource_id": "my", "resource_type": "metadata", "last_action_date": "2026-01-02",
                   "previous_value": "tellmewhere"}]}""");
        assertEquals(0, secrets(Role.AGENCY_ADMIN));
    }

    @Test
    void whatLostItsConfidentialPlaceStaysHidden() throws IOException {
        load(place(true));
        String attributes = SAID.formatted("x");
        JsonPath report = load("""
                {"addresses": [{"id": "d", "location_id": "elsewhere", "address_1": "tellmewhere", "country": "US", %1$s}],
                 "phones": [{"id": "q", "service_id": "s", "number": "555 0100", "description": "tellmewhere"},
                            {"id": "p", "service_id": "s", "number": "555 0101", "description": "tellmewhere"}],
                 "schedules": [{"id": "c", "service_id": "s", "location_id": "elsewhere", "notes": "tellmewhere"}],
                 "languages": [{"id": "v", "service_id": "s", "code": "en", "note": "tellmewhere"}]}"""
                .formatted(attributes));
        assertEquals(2, Imports.count(report, "reference-left-out"), report.prettify());
        assertTrue(secrets(Role.SYSTEM_ADMIN) > 0);
        assertEquals(0, secrets(Role.AGENCY_ADMIN));
        assertFalse(document().contains("tellmewhere"));
    }

    @Test
    void whatMovedFromAConfidentialPlaceKeepsThatHistoryToItself() throws IOException {
        load(place(true));
        load("""
                {"locations": [{"id": "open", "location_type": "physical", "organization_id": "o"}],
                 "addresses": [{"id": "d", "location_id": "open", "address_1": "1 Open Road", "country": "US"}],
                 "contacts": [{"id": "k", "service_id": "s", "name": "Desk"}]}""");
        Map<String, String> shared = Map.of("x", export(Role.AGENCY_ADMIN));
        assertTrue(shared.get("x").contains("1 Open Road"));
        assertEquals(0, secrets(Role.AGENCY_ADMIN));
    }

    @Test
    void aServiceThatMovedAwayDoesNotTellWhatWasSaidOfItThere() throws IOException {
        String at = ", \"service_at_locations\": [{\"id\": \"x\", \"location_id\": \"%s\", \"schedules\": [{\"id\": \"z\","
                + " \"notes\": \"tellmewhere\", " + SAID.formatted("z") + "}], " + SAID.formatted("x") + "}]";
        String both = "{" + ORGANIZATION
                + ", \"locations\": [{\"id\": \"l\", \"location_type\": \"physical\", \"organization_id\": \"o\","
                + " \"x_confidential\": true}, {\"id\": \"open\", \"location_type\": \"physical\", \"organization_id\": \"o\"}],"
                + " \"services\": [" + SERVICE + "]}";
        load(both.formatted(at.formatted("l")));
        assertEquals(0, secrets(Role.AGENCY_ADMIN));
        load(both.formatted(at.formatted("open")));
        assertEquals(0, secrets(Role.AGENCY_ADMIN));
        assertFalse(document().contains("tellmewhere"));
    }

    @Test
    void aTelephoneThatHadAnOpenContactForATimeShows() throws IOException {
        String phone = "\"phones\": [{\"id\": \"q\", \"service_id\": \"s\", \"number\": \"555 0100\"%s}]";
        String service = "{" + ORGANIZATION + ", \"services\": [" + SERVICE.formatted("") + "], "
                + "\"contacts\": [{\"id\": \"k\", \"service_id\": \"s\", \"name\": \"Desk\"}], " + phone + "}";
        load(service.formatted(""));
        load(service.formatted(", \"contact_id\": \"k\""));
        load(service.formatted(""));
        assertEquals(List.of("0"), database.strings(
                "select count(*) from phone where x_source = ? and contact_id is not null", SOURCE));
        assertTrue(document().contains("555 0100"));
    }

    private static String place(boolean confidential) {
        return PLACE.formatted(ORGANIZATION, confidential, SAID.formatted("d"), SAID.formatted("g"),
                SAID.formatted("y"),
                SAID.formatted("q"), SAID.formatted("c"), SAID.formatted("v"), SAID.formatted("p"), SAID.formatted("k"),
                SAID.formatted("l"), SERVICE.formatted(""));
    }

    private JsonPath load(String directory) {
        JsonPath report = Imports.of(SOURCE, "directory.json", directory);
        assertEquals("done", report.getString("status"), report.prettify());
        return report;
    }

    private String document() {
        String id = database.strings("select id from service where x_source = ?", SOURCE).get(0);
        return given().get("/hsds/services/" + id).then().statusCode(200).extract().asString();
    }

    private static long secrets(Role role) throws IOException {
        return export(role).split("tellmewhere", -1).length - 1L;
    }

    private static String export(Role role) throws IOException {
        byte[] archive = given().auth().oauth2(Tokens.token(Tokens.LEGAL_AID, role)).get("/v1/directory/export").then()
                .statusCode(200).extract().asByteArray();
        StringBuilder files = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            while (zip.getNextEntry() != null) {
                files.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files.toString();
    }
}
