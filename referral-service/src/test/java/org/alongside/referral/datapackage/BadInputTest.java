package org.alongside.referral.datapackage;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;

/** What must not take the service down or leave anything half written. */
@QuarkusTest
class BadInputTest {

    private static final String SOURCE = "hostile";
    private static final int HUGE = 50_000_000;
    private static final String GOOD = "id,name,description\n1,Good,d\n";

    private final Database database = new Database("referral");

    @AfterEach
    void forget() throws SQLException {
        Imports.forget(SOURCE);
    }

    /** Contents are made when they are needed: the names of tests would hold all of them. */
    enum Refused {
        HUGE_CSV("organizations.csv", () -> "id,name,description\n1,A," + "x".repeat(HUGE), "max-row-length"),
        HUGE_JSON("organization.json", () -> "{\"id\": \"1\", \"description\": \"" + "x".repeat(HUGE) + "\"}",
                "max-row-length"),
        OPEN_QUOTE("organizations.csv", () -> GOOD + "2,\"B,d\n" + "3,C,d\n".repeat(400_000), "quotation mark"),
        OPEN_QUOTE_AT_THE_END("organizations.csv", () -> GOOD + "2,\"B,d\n", "quotation mark"),
        MANY_COLUMNS("organizations.csv", () -> "c,".repeat(100_000) + "\n", "columns"),
        CUT_JSON("organizations.json",
                () -> "{\"organizations\": [{\"id\": \"1\", \"name\": \"A\", \"description\": \"d\"}, {", "line 1"),
        DEEP_JSON("service.json", () -> "[".repeat(1000), "JSON"),
        ENDLESS_DOCUMENT("service.json", () -> "{\"id\": \"1\", \"phones\": [" + "{\"a\": 1},".repeat(200_000) + "1]}",
                "max-document-size"),
        LONG_DOCUMENT("service.json",
                () -> "{\"id\": \"1\", \"phones\": [" + ("{\"number\": \"" + "1".repeat(900_000) + "\"},").repeat(30)
                        + "{}]}",
                "max-document-length"),
        LONG_NAMES("service.json", () -> "{\"id\": \"1\", \"phones\": [{" + longNames(400) + "}]}",
                "max-document-length"),
        LONG_DOCUMENT_BETWEEN_LISTS("all.json",
                () -> "{" + ("\"x\": [\"" + "1".repeat(900_000) + "\"], \"services\": [],").repeat(30) + "\"y\": 1}",
                "max-document-length"),
        NO_DIRECTORY("organizations.json", () -> "7", "neither an object"),
        UNKNOWN_ENTITY("stuff.json", () -> "[{\"id\": \"1\"}]", "unknown entity"),
        PICTURE("picture.png", () -> "PNG", "no file of HSDS"),
        BROKEN_ARCHIVE("a.zip", () -> "PK\u0003\u0004 and then nothing", "ZIP");

        private final String file;
        private final Supplier<String> content;
        private final String why;

        Refused(String file, Supplier<String> content, String why) {
            this.file = file;
            this.content = content;
            this.why = why;
        }

        private static String longNames(int count) {
            return IntStream.range(0, count).mapToObj(i -> "\"" + i + "n".repeat(40_000) + "\": 1")
                    .collect(Collectors.joining(","));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anImportThatCannotBeReadTakesNothing(Refused input) {
        JsonPath report = Imports.of(SOURCE, input.file, input.content.get());
        assertEquals("refused", report.getString("status"), report.prettify());
        assertTrue(report.getString("refusal").contains(input.why), report.getString("refusal"));
        nothingIsLeftAndTheServiceIsThere();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../organizations.csv", "a/../../organizations.csv", "/etc/organizations.csv",
            "..\\organizations.csv",
            "C:/organizations.csv"})
    void anArchiveThatLeadsOutOfItselfIsRefused(String path) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("organizations.csv", GOOD);
        files.put(path, GOOD);
        JsonPath report = Imports.ofZip(SOURCE, files);
        assertEquals("refused", report.getString("status"), report.prettify());
        nothingIsLeftAndTheServiceIsThere();
    }

    @Test
    void anArchiveThatUnpacksToTooMuchIsRefused() throws IOException {
        byte[] zeros = new byte[1 << 20];
        Arrays.fill(zeros, (byte) '\n');
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("organizations.csv"));
            zip.write(GOOD.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 300; i++) {
                zip.write(zeros);
            }
        }
        assertTrue(bomb.size() < 1_000_000, "it is small to look at");
        JsonPath report = Imports.of(SOURCE, "bomb.zip", bomb.toByteArray());
        assertTrue(report.getString("refusal").contains("max-ratio"), report.prettify());
        nothingIsLeftAndTheServiceIsThere();
    }

    @Test
    void anArchiveOfTooManyFilesIsRefused() {
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = 0; i < 300; i++) {
            files.put("f" + i + "/organizations.csv", GOOD);
        }
        assertTrue(Imports.ofZip(SOURCE, files).getString("refusal").contains("max-files"));
        nothingIsLeftAndTheServiceIsThere();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SECONDLY,1,MO,,", "WEEKLY,0,MO,,", "WEEKLY,-1,MO,,", "WEEKLY,1,MO;TU,,", "WEEKLY,1,54MO,,",
            "WEEKLY,1,XX,,",
            "MONTHLY,1,,32,", "MONTHLY,1,,0,", "WEEKLY,1e9,MO,,", "WEEKLY,1,MO,,1999-99-99", "MONTHLY,1,,1,2019-01-01"})
    void aRuleOfRecurrenceWithoutSenseIsLeftOutAndReported(String rule) {
        JsonPath report = Imports.of(SOURCE, "schedules.csv",
                "id,dtstart,freq,interval,byday,bymonthday,until\n1,2020-01-01," + rule
                        + "\n2,2020-01-01,WEEKLY,2,\"MO,-1FR\",,\n");
        assertEquals(List.of("done", 1, 1),
                List.of(report.getString("status"), report.getInt("added"), Imports.count(report, "bad-schedule")),
                report.prettify());
    }

    @Test
    void dirtyValuesAreLeftOutOneByOne() {
        JsonPath report = Imports.of(SOURCE, "services.csv",
                "id,organization_id,name,status,email,url,minimum_age,assured_date,last_modified,description\n"
                        + "1,1,\"  A \u0000 b\u0007\u202e \",ACTIVE,nobody,not a url,1e5,13/13/2020,yesterday,"
                        + "y".repeat(200_000) + "\n2,1,,active,,,,,,\n3,1,a,b,c,d,e,f,g,h,i\n");
        assertEquals("done", report.getString("status"), report.prettify());
        assertEquals(List.of(5, 1, 1, 1),
                List.of(Imports.count(report, "value-left-out"), Imports.count(report, "text-too-long"),
                        Imports.count(report, "missing-value"), Imports.count(report, "broken-row")),
                report.prettify());
        assertEquals(List.of("A  b active"),
                database.strings("select name || ' ' || status from service where x_source = ?", SOURCE));
    }

    @Test
    void whatTheDatabaseRefusesLeavesNothingHalfWritten() throws SQLException {
        database.run("revoke insert on meta_table_description from referral_system");
        try {
            JsonPath report = Imports.ofZip(SOURCE,
                    Map.of("organizations.csv", GOOD, "meta_table_descriptions.csv", "id,name\n1,A\n"));
            assertEquals("failed", report.getString("status"), report.prettify());
        } finally {
            database.run("grant insert on meta_table_description to referral_system");
        }
        nothingIsLeftAndTheServiceIsThere();
    }

    /** Each would keep a pattern busy for hours, be too long for an index, or be no value of its column's type in the database. */
    @Test
    void valuesMadeToBreakTheReaderAreLeftOut() {
        String digits = "1".repeat(90_000);
        String hosts = "a.".repeat(40_000) + "1";
        String spaces = "1" + " ".repeat(90_000) + "x";
        Random random = new Random(7);
        String name = random.ints(20_000, 'a', 'z').collect(StringBuilder::new, StringBuilder::appendCodePoint,
                StringBuilder::append).toString();
        JsonPath report = Imports.ofZip(SOURCE, Map.of("organizations.csv", GOOD + "2," + name + ",d\n",
                "services.csv", "id,organization_id,name,url,last_modified,x_response_hours\n1,1,A," + hosts
                        + ",+12345-01-01T00:00:00Z,0\n",
                "phones.csv", "id,service_id,number\n1,1," + digits + "\n", "schedules.csv",
                "id,service_id,freq,byday,opens_at\n1,1,WEEKLY,MO,\"" + spaces + "\"\n"));
        assertEquals("done", report.getString("status"), report.prettify());
        assertEquals(List.of(1, 5), List.of(Imports.count(report, "text-too-long"),
                Imports.count(report, "value-left-out")), report.prettify());
        assertEquals(List.of("1"), database.strings("select count(*) from organization where x_source = ?", SOURCE));
    }

    @Test
    void namesThatCannotBeStoredAreReportedWithoutThem() {
        JsonPath report = Imports.ofZip(SOURCE, Map.of("organizations.csv", "id,name,description,a\u0000b\n1,A,d,x\n",
                "units.json", "[{\"id\": \"u\", \"name\": \"U\", \"a\\u0000b\": 1}]"));
        assertEquals(List.of("done", 2, 2), List.of(report.getString("status"), report.getInt("added"),
                Imports.count(report, "unknown-column")), report.prettify());
    }

    @Test
    void longIdsAreLeftOut() {
        String id = "1".repeat(501);
        JsonPath report = Imports.ofZip(SOURCE, Map.of("organizations.csv",
                "id,name,description,parent_organization_id\n" + id + ",A,d," + id + "\n" + "2".repeat(500)
                        + ",B,d,\n"));
        assertEquals(List.of("done", 2, 2), List.of(report.getString("status"), report.getInt("added"),
                Imports.count(report, "text-too-long")), report.prettify());
        assertEquals(List.of("500"), database.strings(
                "select length(x_source_id) from organization where x_source = ? and x_source_id is not null", SOURCE));
    }

    @Test
    void aTelephoneHasAnIdOfLimitedLengthAndAFewLanguages() {
        StringBuilder languages = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            languages.append("Language ").append(i).append(';');
        }
        JsonPath report = Imports.ofZip(SOURCE, Map.of("organizations.csv", GOOD, "phones.csv",
                "id,organization_id,number,description,language\n,1,555 0100," + "d".repeat(90_000) + "," + languages
                        + "\n"));
        assertEquals(List.of("done", 1), List.of(report.getString("status"), Imports.count(report, "value-left-out")),
                report.prettify());
        assertEquals(List.of("36 50"),
                database.strings("select length(p.x_source_id) || ' ' || count(l.id) from phone p"
                        + " join language l on l.phone_id = p.id where p.x_source = ? group by p.id", SOURCE));
    }

    @Test
    void idsThatCannotBeStoredAreLeftOut() {
        JsonPath report = Imports.of(SOURCE, "organizations.json", "[{\"id\": \"a\\u0000b\", \"name\": \"N\","
                + " \"description\": \"d\", \"parent_organization_id\": \"c\\u0000d\"}]");
        assertEquals(List.of("done", 2),
                List.of(report.getString("status"), Imports.count(report, "value-left-out")), report.prettify());
    }

    @Test
    void anArchiveThatLiesAboutItsEntriesIsRefused() {
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = 0; i < 300; i++) {
            files.put("f" + i + ".txt", "x");
        }
        byte[] archive = Imports.zip(files);
        int end = archive.length - 22;
        archive[end + 8] = 1;
        archive[end + 9] = 0;
        archive[end + 10] = 1;
        archive[end + 11] = 0;
        assertEquals("refused", Imports.of(SOURCE, "a.zip", archive).getString("status"));
        nothingIsLeftAndTheServiceIsThere();
    }

    @Test
    void manyIssuesAreCountedAndSomeKept() {
        StringBuilder distinct = new StringBuilder("id,name,description,email\n");
        for (int i = 0; i < 12_000; i++) {
            distinct.append(i).append(",N,d,x\n");
        }
        JsonPath report = Imports.of(SOURCE, "organizations.csv", distinct.toString());
        assertEquals(12_000, Imports.count(report, "value-left-out"));
        assertEquals(List.of("10000"), database.strings(
                "select count(*) from directory_import_issue where import_id = ?::uuid", report.getString("id")));
    }

    @Test
    void onlyTheImportTakesLargeBodies() throws Exception {
        // white space: nothing but its length is wrong with it while it is read
        byte[] large = " ".repeat(3_000_000).getBytes(StandardCharsets.US_ASCII);
        given().auth().oauth2(Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER)).contentType("application/json")
                .body(large)
                .post("/v1/matches").then().statusCode(413);
        HttpRequest unannounced = HttpRequest
                .newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/v1/matches"))
                .header("Authorization", "Bearer " + Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))).build();
        assertEquals(413, HttpClient.newHttpClient().send(unannounced, BodyHandlers.discarding()).statusCode());
    }

    private void nothingIsLeftAndTheServiceIsThere() {
        assertTrue(Imports.rows(SOURCE).values().stream().allMatch(List::isEmpty));
        assertEquals(List.of("0"), database.strings("select count(*) from directory_import_row"));
        given().get("/hsds/services").then().statusCode(200);
        assertEquals(1, Imports.of(SOURCE, "organizations.csv", GOOD).getInt("added"));
    }
}
