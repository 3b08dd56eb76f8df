package org.alongside.referral.datapackage;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Tokens;
import org.alongside.referral.hsds.HsdsEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

@QuarkusTest
class ExportTest {

    private static final String SOURCE = "round-trip";
    /** Something of everything that could be lost: all types, quotes, ends of line, other scripts, what HSDS does not have. */
    private static final String DIRECTORY = """
            {"organizations": [{"id": "o", "name": "A \\"quoted\\", name", "description": "Two\\nlines; żółć, ประเทศ, 🏠", "year_incorporated": 1968,
               "website": "https://example.org/a?b=c", "x_agency_id": "bbbbbbbb-1111-4000-8000-000000000001",
               "organization_identifiers": [{"id": "i", "identifier_type": "number", "identifier": "007"}],
               "programs": [{"id": "g", "name": "P", "description": "d"}], "funding": [{"id": "f", "source": "Grant"}],
               "additional_websites": [{"id": "w", "url": "https://example.org"}],
               "metadata": [{"id": "m", "last_action_date": "2026-01-02", "last_action_type": "update", "field_name": "name",
                 "previous_value": "", "replacement_value": "x", "updated_by": "someone"}]}],
             "locations": [{"id": "l", "location_type": "physical", "organization_id": "o", "latitude": -0.5, "longitude": 12.25,
               "x_confidential": true, "addresses": [{"id": "d", "address_1": "1 Secret Road", "city": "", "state_province": "EX",
               "postal_code": "00001", "country": "US", "address_type": "physical"}], "accessibility": [{"id": "y", "details": "ramp"}]}],
             "services": [{"id": "s", "organization_id": "o", "program_id": "g", "name": "S", "status": "temporarily closed",
               "assured_date": "2026-02-03", "last_modified": "2026-02-03T04:05:06.123456Z", "minimum_age": 17.5, "x_response_hours": 24,
               "schedules": [{"id": "c", "freq": "MONTHLY", "byday": "1MO,-1FR", "opens_at": "9:00", "closes_at": "17:30:15", "interval": 2}],
               "service_areas": [{"id": "r", "extent": "00001,00002", "extent_type": "text"}],
               "cost_options": [{"id": "k", "amount": 12.50, "currency": "usd"}], "required_documents": [{"id": "q", "document": "ID"}],
               "languages": [{"id": "n", "code": "en"}], "contacts": [{"id": "t", "name": "Desk", "phones": [{"id": "p", "number": "+1 555 0100", "extension": 5}]}],
               "capacities": [{"id": "z", "available": 3, "maximum": 4, "updated": "2026-01-01T00:00:00Z", "unit": {"id": "u", "name": "Bed"}}],
               "service_at_locations": [{"id": "x", "location_id": "l"}],
               "attributes": [{"id": "a", "taxonomy_term": {"id": "e", "name": "T", "description": "d", "taxonomy_detail": {"id": "b", "name": "X", "description": "d"}}}]}],
             "meta_table_descriptions": [{"id": "h", "name": "table"}]}""";

    @AfterEach
    void forget() throws SQLException {
        Imports.forget(SOURCE);
    }

    @Test
    void importOfAnExportIsTheSame() throws Exception {
        assertEquals("done", Imports.of(SOURCE, "directory.json", DIRECTORY).getString("status"));
        Map<HsdsEntity, List<String>> before = Imports.rows(SOURCE);
        before.forEach((entity, rows) -> assertFalse(rows.isEmpty(), entity + " is not tried"));
        byte[] exported = export(Role.SYSTEM_ADMIN, SOURCE);
        JsonPath known = Imports.of(SOURCE, "directory.zip", exported);
        assertEquals(List.of(0, 0, 0),
                List.of(known.getInt("added"), known.getInt("changed"), known.getInt("vanished")),
                known.prettify());
        Imports.forget(SOURCE);
        assertEquals("done", Imports.of(SOURCE, "directory.zip", exported).getString("status"));
        assertEquals(before, Imports.rows(SOURCE));
        assertEquals(files(exported), files(export(Role.SYSTEM_ADMIN, SOURCE)));
    }

    @Test
    void theWholeDirectoryComesBackUnchanged() throws Exception {
        JsonPath report = Imports.of("anyone", "directory.zip", export(Role.SYSTEM_ADMIN, null));
        assertEquals(List.of("done", 0, 0, 0), List.of(report.getString("status"), report.getInt("added"),
                report.getInt("changed"), report.getInt("vanished")), report.prettify());
        assertEquals(0, Imports.count(report, "of-another-source"));
    }

    @Test
    void itSaysWhatIsInIt() throws Exception {
        Map<String, String> files = files(export(Role.SYSTEM_ADMIN, null));
        JsonNode description = new ObjectMapper().readTree(files.get("datapackage.json"));
        assertEquals(HsdsEntity.values().length, description.get("resources").size());
        for (JsonNode resource : description.get("resources")) {
            List<String> columns = List
                    .of(files.get(resource.get("path").asText()).lines().findFirst().orElseThrow().split(","));
            assertEquals(columns, resource.at("/schema/fields").findValuesAsText("name"));
        }
    }

    @Test
    void whereAConfidentialPlaceIsStandsInItForASystemAdministratorOnly() throws Exception {
        Imports.of(SOURCE, "directory.json", DIRECTORY);
        assertTrue(files(export(Role.SYSTEM_ADMIN, null)).get("addresses.csv").contains("Secret Road"));
        Map<String, String> shared = files(export(Role.AGENCY_ADMIN, null));
        assertTrue(shared.get("addresses.csv").contains("Placeholder Square"));
        shared.values().forEach(file -> assertFalse(file.contains("Secret Road") || file.contains("12.25")));
    }

    @Test
    void notEveryoneTakesItAway() {
        given().get("/v1/directory/export").then().statusCode(401);
        given().auth().oauth2(Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER)).get("/v1/directory/export").then()
                .statusCode(403);
    }

    private static byte[] export(Role role, String source) {
        var request = given().auth().oauth2(Tokens.token(Tokens.LEGAL_AID, role));
        if (source != null) {
            request.queryParam("source", source);
        }
        return request.get("/v1/directory/export").then().statusCode(200).contentType("application/zip").extract()
                .asByteArray();
    }

    private static Map<String, String> files(byte[] archive) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
