package org.alongside.referral.hsds;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.alongside.kit.testing.Database;
import org.alongside.referral.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** The directory as HSDS 3.1 has it, without a token, over the demo directory. */
@QuarkusTest
class HsdsTest {

    private static final String HOUSING = "0d000000-0000-4000-8000-000000000003";
    private static final String LEGAL_AID_TERM = "0d000000-0000-4000-800b-000000000024";

    private final Database database = new Database("referral");

    @Test
    void itSaysWhatItIs() {
        given().get("/hsds/").then().statusCode(200).body("version", equalTo("3.1"))
                .body("profile", equalTo("https://docs.openreferral.org/en/3.1/"))
                .body("openapi_url", endsWith("/q/openapi?format=json"));
        given().get("/hsds").then().statusCode(200);
    }

    @Test
    void servicesComeInTheEnvelopeOfHsds() {
        of("services?page=1&per_page=20").body("total_items", equalTo(52))
                .body("total_pages", equalTo(3)).body("page_number", equalTo(1)).body("size", equalTo(20))
                .body("first_page", equalTo(true)).body("last_page", equalTo(false)).body("empty", equalTo(false))
                .body("contents", hasSize(20)).body("contents[0].organization.name", notNullValue())
                .body("contents[0]", not(hasKey("schedules")));
        of("services?page=3&per_page=20").body("size", equalTo(12)).body("last_page", equalTo(true));
        of("services?page=9&per_page=20").body("empty", equalTo(true)).body("contents", hasSize(0))
                .body("last_page", equalTo(true)).body("total_items", equalTo(52));
        given().post("/hsds/services?page=3&per_page=20").then().statusCode(200).body("size", equalTo(12));
    }

    @Test
    void anOrganizationWithTooManyServicesIsNotWhole() throws Exception {
        UUID organization = UUID.fromString(HOUSING);
        try {
            database.run(
                    "insert into service (id, organization_id, name, status, x_source) select md5(n::text)::uuid, ?,"
                            + " 'Many', 'active', 'too-many' from generate_series(1, 501) n",
                    organization);
            given().get("/hsds/organizations/" + HOUSING + "?full_service=true").then().statusCode(400)
                    .body("violations.code", hasItem("too-many-services"));
            given().get("/hsds/organizations?full_service=true").then().statusCode(400).body("violations.field",
                    hasItem("query:full_service"));
            of("organizations/" + HOUSING);
            given().get("/hsds/organizations/" + UUID.randomUUID() + "?full_service=true").then().statusCode(404);
        } finally {
            database.run("delete from service where x_source = 'too-many'");
        }
        of("organizations/" + HOUSING + "?full_service=true");
    }

    @ParameterizedTest
    @CsvSource({"00190, text, 00190-1234, true", "00190-1234, text, 00190, true", "00190-1234, text, 00190-9999, true",
            "00190, text, 00191, false", "Cook County, , 00191, true", "'00190,Springfield', text, 00191, true",
            "'[0,1]', geojson, 00191, true"})
    void anAreaCoversWhatItMayCover(String extent, String type, String postcode, boolean covers) throws Exception {
        UUID area = UUID.randomUUID();
        String list = "service_at_locations?per_page=200&postcode=";
        of(list + postcode).body("contents.service.name", not(hasItem("Eviction Defence")));
        try {
            database.run("insert into service_area (id, service_id, extent, extent_type) values (?, ?, ?, ?)", area,
                    Directory.EVICTION_DEFENCE, extent, type);
            of(list + postcode).body("contents.service.name",
                    covers ? hasItem("Eviction Defence") : not(hasItem("Eviction Defence")));
        } finally {
            database.run("delete from service_area where id = ?", area);
        }
    }

    @Test
    void aPostcodeIsWhereItsFirstFiveDigitsAre() {
        int near = of("service_at_locations?postcode=00107&proximity=20000").extract().path("total_items");
        of("service_at_locations?postcode=00107-1234&proximity=20000").body("total_items", equalTo(near));
    }

    /** As while a dump is restored, when the column is computed anew. */
    @Test
    void codesOfAnAreaAreReadWithoutASearchPath() throws SQLException {
        try (Connection connection = database.superuser(); Statement sql = connection.createStatement()) {
            sql.execute("set search_path = ''");
            ResultSet codes = sql.executeQuery("select public.postal_codes('60601-1234, 60602')::text");
            codes.next();
            assertEquals("{60601,60602}", codes.getString(1));
        }
    }

    @Test
    void pagesTogetherHoldEveryServiceOnce() {
        List<String> first = of("services?per_page=30").extract().path("contents.id");
        List<String> second = of("services?per_page=30&page=2").extract().path("contents.id");
        assertEquals(52, Stream.concat(first.stream(), second.stream()).distinct().count());
    }

    @Test
    void aServiceIsWhole() {
        of("services/" + Directory.EVICTION_DEFENCE)
                .body("name", equalTo("Eviction Defence")).body("status", equalTo("active"))
                .body("organization.name", equalTo("Alderbrook Legal Aid"))
                .body("organization.locations.name", hasItem("Alderbrook Legal Aid Office"))
                .body("organization", not(hasKey("services"))).body("schedules[0].freq", equalTo("WEEKLY"))
                .body("schedules[0]", not(hasKey("service_id")))
                .body("service_areas", hasSize(4)).body("service_areas[0]", not(hasKey("postal_codes")))
                .body("service_at_locations[0].location.addresses[0].postal_code", notNullValue())
                .body("capacities[0].unit.name", equalTo("Place"))
                .body("attributes.taxonomy_term.code", hasItem("legal-aid")).body("minimum_age", nullValue())
                .body("attributes.taxonomy_term.taxonomy_detail.name", hasItem(notNullValue()))
                .body("$", not(hasKey("minimum_age"))).body("x_response_hours", equalTo(24));
        given().get("/hsds/services/{id}", UUID.randomUUID()).then().statusCode(404);
        given().get("/hsds/services/not-an-id").then().statusCode(404);
    }

    @Test
    void listsAreWholeOrMinimalWhenAskedTo() {
        of("services?full=true&per_page=5").body("contents[0].schedules", notNullValue())
                .body("contents[0].organization.phones", notNullValue());
        of("services?minimal=true").body("size", equalTo(52)).body("contents[0].modified_date", notNullValue())
                .body("contents[0]", not(hasKey("description")));
        of("organizations").body("contents[0]", not(hasKey("services")));
        of("organizations?full=true").body("contents[0].services[0].name", notNullValue())
                .body("contents[0].services[0]", not(hasKey("schedules"))).body("contents[0].phones", hasSize(1));
        of("organizations?full_service=true").body("contents[0].services[0].schedules", notNullValue())
                .body("contents[0].services[0]", not(hasKey("organization")));
        of("service_at_locations").body("contents[0].location.name", notNullValue())
                .body("contents[0].service.organization.name", notNullValue())
                .body("contents[0].location", not(hasKey("addresses")));
        of("service_at_locations?full=true").body("contents.location.addresses.flatten()", hasItem(notNullValue()))
                .body("contents[0].service.schedules", notNullValue());
    }

    @Test
    void organizationsNameTheirServicesAndLocations() {
        String id = of("organizations?search=Alderbrook").body("total_items", equalTo(1)).extract()
                .path("contents[0].id");
        of("organizations/" + id).body("services.name", hasItem("Eviction Defence"))
                .body("locations.name", hasItem("Alderbrook Legal Aid Office")).body("phones", hasSize(1))
                .body("x_agency_id", notNullValue()).body("services[0]", not(hasKey("phones")));
        of("organizations/" + id + "?full_service=true").body("services.schedules.flatten()", hasItem(notNullValue()));
    }

    @Test
    void filtersAllHaveToHold() {
        of("services?search=eviction").body("contents.name", hasItem("Eviction Defence"))
                .body("total_items", not(equalTo(52)));
        of("services?search=" + "%22%5C%27%3A*%26%7C").body("total_items", equalTo(0));
        of("services?organization_id=" + HOUSING).body("contents.organization.name",
                everyItem(is("Lanternlight Housing")));
        of("services?taxonomy_term_id=" + LEGAL_AID_TERM).body("contents.name", hasItem("Eviction Defence"));
        of("services?organization_id=" + HOUSING + "&taxonomy_term_id=" + LEGAL_AID_TERM + "&search=eviction")
                .body("total_items", equalTo(0));
        String taxonomy = of("taxonomy_terms/" + LEGAL_AID_TERM).extract().path("taxonomy_detail.id");
        of("services?taxonomy_id=" + taxonomy).body("contents.name", hasItem("Eviction Defence"))
                .body("total_items", equalTo(16));
        of("services?taxonomy_id=" + UUID.randomUUID()).body("total_items", equalTo(0));
        of("organizations?taxonomy_term_id=" + LEGAL_AID_TERM).body("contents.name", hasItem("Alderbrook Legal Aid"));
        of("service_at_locations?organization_id=" + HOUSING).body("contents.service.organization.name",
                everyItem(is("Lanternlight Housing")));
    }

    @Test
    void whatChangedSinceIsFound() throws Exception {
        of("services?modified_after=2199-01-01T00:00:00Z").body("total_items", equalTo(0));
        database.run("update service set x_modified_at = '2199-05-01' where id = ?", Directory.WILLS_AT_HOME);
        of("services?modified_after=2199-01-01T00:00:00Z&minimal=true").body("contents.id",
                equalTo(List.of(Directory.WILLS_AT_HOME.toString())))
                .body("contents[0].modified_date", equalTo("2199-05-01T00:00:00Z"));
        of("service_at_locations?modified_after=2199-01-01T00:00:00Z").body("contents.service.id",
                everyItem(is(Directory.WILLS_AT_HOME.toString())));
        database.run("update service set x_modified_at = now() where id = ?", Directory.WILLS_AT_HOME);
    }

    @Test
    void taxonomiesHaveTermsInATree() throws Exception {
        String taxonomy = of("taxonomies").extract().path("contents[0].id");
        of("taxonomies/" + taxonomy).body("name", notNullValue());
        of("taxonomy_terms?taxonomy_id=" + taxonomy).body("contents.taxonomy_id", everyItem(is(taxonomy)));
        String child = of("taxonomy_terms?search=food").extract().path("contents[0].id");
        database.run("update taxonomy_term set parent_id = ? where id = ?", UUID.fromString(LEGAL_AID_TERM),
                UUID.fromString(child));
        of("taxonomy_terms?top_only=true").body("total_items", equalTo(23))
                .body("contents.id", not(hasItem(child)));
        of("taxonomy_terms?parent_id=" + LEGAL_AID_TERM).body("contents.id", equalTo(List.of(child)));
        of("taxonomy_terms?search=legal").body("contents.code", hasItem("legal-aid"));
        database.run("update taxonomy_term set parent_id = null");
    }

    @Test
    void placesAreFoundByPostcodeAndDistance() {
        of("service_at_locations?postcode=00103").body("contents.service.name", hasItem("Eviction Defence"))
                .body("contents.service.name", not(hasItem("Common Table Pantry")));
        of("service_at_locations?postcode=99999&per_page=200").body("contents.service.name",
                not(hasItem("Eviction Defence")));
        int near = of("service_at_locations?postcode=00107&proximity=100").extract().path("total_items");
        int far = of("service_at_locations?postcode=00107&proximity=20000").extract().path("total_items");
        assertEquals(true, 0 < near && near < far, near + " < " + far);
        of("service_at_locations?postcode=00107&proximity=100&per_page=200").body("contents.location.name",
                everyItem(is("Alderbrook Legal Aid Office")));
    }

    @Test
    void allResultsComeInOneStreamOfLines() {
        String lines = given().get("/hsds/services?format=ndjson").then().statusCode(200)
                .contentType("application/x-ndjson").extract().asString();
        assertEquals(52,
                lines.lines().filter(line -> line.startsWith("{\"id\":") && line.endsWith("}")).distinct().count());
        assertEquals(52, lines.lines().count());
        String whole = given().post("/hsds/services?format=ndjson&full=true").then().statusCode(200).extract()
                .asString();
        assertEquals(52, whole.lines().filter(line -> line.contains("\"organization\":{")).count());
    }

    /** More than are read at once, whose names are in another order than their ids. */
    @Test
    void aLongStreamHoldsEveryServiceOnce() throws Exception {
        database.run("insert into service (id, organization_id, name, status, x_source) select md5(n::text)::uuid, ?,"
                + " md5('name' || n), 'active', 'many' from generate_series(1, 450) n", UUID.fromString(HOUSING));
        try {
            for (String form : List.of("minimal=true", "full=false")) {
                List<String> ids = given().get("/hsds/services?format=ndjson&" + form).then().statusCode(200).extract()
                        .asString().lines().map(line -> line.substring(0, "{'id':'".length() + 36)).toList();
                assertEquals(502, ids.size(), form);
                assertEquals(502, ids.stream().distinct().count(), form);
            }
        } finally {
            database.run("delete from service where x_source = 'many'");
        }
    }

    @Test
    void anAnswerThatIsKnownAlreadyIsNotSentAgain() {
        String path = "/hsds/services/" + Directory.PROTECTION_LAW;
        Directory.places(Directory.PROTECTION_LAW, 7);
        String tag = given().get(path).then().statusCode(200).header("Cache-Control", equalTo("public, max-age=60"))
                .extract().header("ETag");
        given().header("If-None-Match", tag).get(path).then().statusCode(304).header("ETag", equalTo(tag))
                .body(equalTo(""));
        Directory.places(Directory.PROTECTION_LAW, 6);
        String next = given().header("If-None-Match", tag).get(path).then().statusCode(200).extract().header("ETag");
        assertNotEquals(tag, next);
        String list = given().get("/hsds/organizations").then().extract().header("ETag");
        given().header("If-None-Match", list).get("/hsds/organizations").then().statusCode(304);
        given().header("If-None-Match", list).post("/hsds/organizations").then().statusCode(200);
        Directory.places(Directory.PROTECTION_LAW, 7);
    }

    @Test
    void whatTheSourceNoLongerTellsIsInNoListAndSaysSo() throws Exception {
        String id = Directory.WILLS_AT_HOME.toString();
        database.run("update service set x_vanished_at = '2026-01-01' where id = ?", Directory.WILLS_AT_HOME);
        of("services?per_page=200").body("contents.id", not(hasItem(id))).body("total_items", equalTo(51));
        of("organizations?full=true").body("contents.services.flatten().id", not(hasItem(id)));
        of("services/" + id).body("x_vanished_at", equalTo("2026-01-01T00:00:00Z"));
        database.run("update service set x_vanished_at = null where id = ?", Directory.WILLS_AT_HOME);
    }

    @ParameterizedTest
    @CsvSource({"services?page=0, query:page, range", "services?page=x, query:page, wrong-type",
            "services?page=99999999999, query:page, wrong-type", "services?per_page=1000, query:per_page, range",
            "services?per_page=0&minimal=true, query:per_page, range",
            "services?full=true&per_page=101, query:per_page, range",
            "organizations?full_service=true&per_page=11, query:per_page, range",
            "services?page=502&per_page=200, query:page, too-deep",
            "services?page=12&minimal=true, query:page, too-deep", "services?full=maybe, query:full, wrong-type",
            "services?minimal=1, query:minimal, wrong-type",
            "services?taxonomy_term_id=x, query:taxonomy_term_id, wrong-type",
            "services?taxonomy_id=x, query:taxonomy_id, wrong-type",
            "services?organization_id=7, query:organization_id, wrong-type",
            "services?modified_after=yesterday, query:modified_after, wrong-type",
            "services?modified_after=2026-02-30T00:00:00Z, query:modified_after, wrong-type",
            "services?search=%00, query:search, wrong-type", "services?format=xml, query:format, unknown-code",
            "taxonomies?format=csv, query:format, unknown-code",
            "taxonomy_terms?top_only=x, query:top_only, wrong-type",
            "taxonomy_terms?parent_id=x, query:parent_id, wrong-type",
            "organizations?full_service=x, query:full_service, wrong-type",
            "service_at_locations?proximity=5, query:postcode, missing",
            "service_at_locations?postcode=00107&proximity=near, query:proximity, wrong-type",
            "service_at_locations?postcode=00107&proximity=-1, query:proximity, wrong-type",
            "service_at_locations?postcode=00107&proximity=1e99, query:proximity, wrong-type",
            "service_at_locations?postcode=99999&proximity=5, query:postcode, unknown-postcode"})
    void aParameterThatCannotBeReadIsNamed(String path, String field, String code) {
        given().urlEncodingEnabled(false).get("/hsds/" + path).then().statusCode(400)
                .contentType("application/problem+json").body("violations.field", hasItem(field))
                .body("violations.code", hasItem(code));
    }

    @Test
    void aFormatThatIsNoneNamesThoseThatAre() {
        given().get("/hsds/services?format=xml").then().body("type", containsString("unknown-code")).body("allowed",
                hasItems("json", "ndjson"));
    }

    private static ValidatableResponse of(String path) {
        return given().urlEncodingEnabled(false).get("/hsds/" + path).then().statusCode(200);
    }
}
