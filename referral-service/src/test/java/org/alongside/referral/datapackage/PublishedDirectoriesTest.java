package org.alongside.referral.datapackage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import org.alongside.kit.testing.Database;
import org.alongside.referral.SharedData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** Directories that others made: the examples of HSDS 3.1, and a legal-aid directory in the layout of HSDS 1.x. */
@QuarkusTest
class PublishedDirectoriesTest {

    private static final String SOURCE = "published";

    private final Database database = new Database("referral");

    @AfterEach
    void forget() throws SQLException {
        Imports.forget(SOURCE);
    }

    @Test
    void theLegalAidDirectoryComesInWithItsReport() throws IOException {
        Map<String, String> files = Imports.folder(SharedData.at("legal-aid-illinois"));
        JsonPath report = Imports.ofZip(SOURCE, files);
        assertEquals("done", report.getString("status"), report.prettify());
        assertEquals(List.of("33"),
                database.strings("select count(*) from organization where x_source = ? and not x_placeholder", SOURCE));
        assertEquals(List.of("429"), database.strings("select count(*) from service where x_source = ?", SOURCE));
        assertEquals(List.of("520"), database
                .strings("select count(*) from location where x_source = ? and location_type = 'physical'", SOURCE));
        assertEquals(List.of("33"), database.strings("select count(*) from address where x_source = ?", SOURCE));
        assertEquals(665, Imports.count(report, "day-closed"));
        assertEquals(1, Imports.count(report, "missing-value") - Imports.count(report, "value-left-out") - 19,
                report.prettify());
        assertTrue(Integer.parseInt(database
                .strings("select count(distinct service_id) from service_at_location where x_source = ?", SOURCE)
                .get(0)) > 400);
        JsonPath again = Imports.ofZip(SOURCE, files);
        assertEquals(List.of(0, 0, 0),
                List.of(again.getInt("added"), again.getInt("changed"), again.getInt("vanished")), again.prettify());
    }

    @ParameterizedTest
    @ValueSource(strings = {"organization_full", "organization_list", "service_full", "service_list",
            "service_at_location_full",
            "service_at_location_list", "location", "taxonomy", "taxonomy_list", "taxonomy_term", "taxonomy_term_list",
            "tabular"})
    void theJsonExamplesComeIn(String example) throws IOException {
        byte[] file = Files.readAllBytes(SharedData.at("hsds-3.1/examples/" + example + ".json"));
        JsonPath report = Imports.of(SOURCE, example + ".json", file);
        assertEquals("done", report.getString("status"), report.prettify());
        assertTrue(report.getInt("added") > 0);
        assertEquals(List.of(0, 0),
                List.of(Imports.count(report, "unknown-column"), Imports.count(report, "missing-value")),
                report.prettify());
        JsonPath again = Imports.of(SOURCE, example + ".json", file);
        assertEquals(List.of(0, 0, 0),
                List.of(again.getInt("added"), again.getInt("changed"), again.getInt("vanished")), again.prettify());
    }

    @Test
    void theCsvExampleComesIn() throws IOException {
        JsonPath report = Imports.ofZip(SOURCE, Imports.folder(SharedData.at("hsds-3.1/examples/csv")));
        assertEquals("done", report.getString("status"), report.prettify());
        assertEquals(24, report.getInt("files.size()"));
        assertEquals(0, Imports.count(report, "unknown-column") + Imports.count(report, "unknown-file"),
                report.prettify());
    }
}
