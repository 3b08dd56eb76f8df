package org.alongside.audit.export;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.alongside.audit.Eventually;
import org.alongside.audit.Source;
import org.alongside.kit.caller.Role;
import org.alongside.kit.event.Event;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.FhirR4;
import org.alongside.kit.testing.Tokens;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

/** Exports over real HTTP: all of it, nothing twice, recorded page by page, and to be gone on with where they broke off. */
@QuarkusTest
class ExportTest {

    private static final int PAGE = 500;
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    private final Database database = new Database("audit");
    private final Source source = new Source();
    private final UUID client = UUID.randomUUID();
    private final String auditor = Tokens.token(Tokens.OVERSIGHT, Role.AUDITOR);
    private int sequence;

    @Test
    void linesOfSeveralPagesComeOnceOldestFirstAndTheLastSaysThatItIsWhole() {
        log(2 * PAGE + 7, Map.of("client", client));
        List<JsonPath> lines = lines("");
        assertEquals(IntStream.rangeClosed(1, 2 * PAGE + 7).boxed().toList(), sequences(lines));
        JsonPath last = lines.get(lines.size() - 1);
        assertTrue(last.getBoolean("complete"));
        assertEquals(2 * PAGE + 7, last.getInt("entries"));
    }

    @Test
    void eachPageIsAnAccessOfItsOwnThatSaysWhatItCovered() {
        log(PAGE + 1, Map.of("client", client));
        ValidatableResponse export = export(auditor, "ndjson", "");
        String access = export.statusCode(200).extract().header("Alongside-Access-Id");
        List<String> places = database.strings(
                "select entry_index from log_entry where source = ? order by entry_index", source.name());
        // Two pages with entries, and one that found no more.
        String events = "select convert_from(entry, 'UTF8') from log_entry where access_id = ? order by sequence";
        Eventually.until(() -> database.strings(events, UUID.fromString(access)).size() == 3);
        List<String> recorded = database.strings(events, UUID.fromString(access));
        assertTrue(recorded.stream().allMatch(event -> event.contains("\"op\":\"access-event.export\"")
                && event.contains("\"client\":\"" + client + "\"") && event.contains("\"outcome\":\"allowed\"")));
        assertTrue(recorded.get(0)
                .matches("(?s).*access-event-from[^}]*\"version\":%s}.*access-event-to[^}]*\"version\":%s}.*"
                        .formatted(places.get(0), places.get(PAGE - 1))),
                recorded.get(0));
        assertTrue(recorded.get(1).contains("\"version\":" + places.get(PAGE) + "}"), recorded.get(1));
        assertTrue(!recorded.get(2).contains("records"), recorded.get(2));
    }

    @Test
    void goesOnWhereItBrokeOffAndTakesNothingInThatCameLater() {
        log(5, Map.of("client", client));
        ValidatableResponse first = export(auditor, "ndjson", "").statusCode(200);
        String size = first.extract().header("Alongside-Log-Size");
        int third = JsonPath.from(first.extract().asString().split("\n")[2]).getInt("entryIndex");
        log(2, Map.of("client", client));
        assertEquals(List.of(4, 5), sequences(lines(", \"logSize\": " + size + ", \"after\": " + third)));
        // Behind them stand the exports before this one: to read of a client is an access to the client.
        assertEquals(List.of(4, 5, 6, 7), sequences(lines(", \"after\": " + third)).subList(0, 4));
    }

    @Test
    void aRowOfCsvHasWhatTheEntryHas() {
        log(1, Map.of("client", client, "actor", "=HYPERLINK(\"http://example.org\")", "parts",
                List.of("identity", "contact"), "roles", List.of("case-worker", "supervisor")));
        String[] rows = export(auditor, "csv", "").statusCode(200).header("Content-Type",
                equalTo("text/csv;charset=UTF-8;header=present")).extract().asString().split("\r\n");
        assertEquals(2, rows.length);
        assertTrue(rows[0].startsWith("\"entryIndex\",\"source\","), rows[0]);
        assertEquals(rows[0].split(",").length, rows[1].split("\",\"", -1).length);
        assertTrue(rows[1].contains("\"'=HYPERLINK(\"\"http://example.org\"\")\""), rows[1]);
        assertTrue(rows[0].endsWith("\"roles\"") && rows[1].endsWith("\"case-worker supervisor\""), rows[1]);
        assertTrue(rows[1].contains("\"identity contact\"") && rows[1].contains(client.toString()), rows[1]);
    }

    @Test
    void aBundleOfFhirALineThatHapiFindsNoFaultWith() {
        log(PAGE + 1, Map.of("client", client, "parts", List.of("identity"), "records",
                List.of(Map.of("type", "client", "id", client, "version", 3))));
        String[] bundles = export(auditor, "fhir", "").statusCode(200)
                .header("Content-Type", equalTo("application/fhir+ndjson")).extract().asString().split("\n");
        assertEquals(2, bundles.length);
        assertEquals(1, FhirR4.valid(Bundle.class, bundles[1]).getEntry().size());
        assertEquals(PAGE, JsonPath.from(bundles[0]).getList("entry").size());
    }

    @Test
    void aPrivacyOfficerExportsWhatTheOwnAgencyMaySee() {
        UUID agency = UUID.randomUUID();
        log(1, Map.of("client", client, "agency", agency));
        log(1, Map.of("client", client, "home", agency));
        log(1, Map.of("client", client, "agency", UUID.randomUUID()));
        String token = Tokens.token(agency, Role.PRIVACY_OFFICER);
        assertEquals(List.of(1, 2), sequences(lines(export(token, "ndjson", ""))));
        String hidden = database.strings("select entry_index from log_entry where source = ? and sequence = 3",
                source.name()).get(0);
        export(token, "ndjson", ", \"after\": " + hidden).statusCode(400).body("violations[0].field",
                equalTo("/after"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {", \"format\": \"xml\"|/format", ", \"logSize\": 9999999999|/logSize",
            ", \"logSize\": 0, \"after\": 0|/after", ", \"after\": -1|/after",
            ", \"query\": {\"purpose\": \"FUN\"}|/query/purpose",
            ", \"query\": {\"from\": \"2026-01-02T00:00:00Z\", \"to\": \"2026-01-01T00:00:00Z\"}|/query/to"})
    void namesTheFieldThatIsWrong(String members, String field) {
        log(1, Map.of());
        String format = members.contains("format") ? "" : "\"format\": \"ndjson\"";
        String body = "{" + (format + members).replaceFirst("^, ", "") + "}";
        given().auth().oauth2(auditor).contentType("application/json").body(body).post("/v1/access-events/export")
                .then().statusCode(400).body("violations[0].field", equalTo(field));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = {"AUDITOR", "PRIVACY_OFFICER"})
    void noOtherRoleExports(Role role) {
        export(Tokens.token(Tokens.OVERSIGHT, role), "ndjson", "").statusCode(403);
    }

    @Test
    void nothingLeavesWhenTheExportCannotBeRecorded() throws SQLException {
        log(1, Map.of("client", client));
        given().contentType("application/json").body("{}").post("/v1/access-events/export").then().statusCode(401);
        database.run("revoke insert on outbox from audit_app");
        try {
            String answer = export(auditor, "ndjson", "").statusCode(503).extract().asString();
            assertTrue(!answer.contains(client.toString()), answer);
        } finally {
            database.run("grant insert on outbox to audit_app");
        }
    }

    /** Returns when that many more are entries, a second of access apart. */
    private void log(int count, Map<String, ?> members) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, Object> event = new java.util.HashMap<>(members);
            event.put("at", START.plusSeconds(++sequence).toString());
            events.add(source.event(sequence, source.payload(event)));
        }
        Source.sendAll(events);
        source.logged(sequence);
    }

    private List<JsonPath> lines(String more) {
        return lines(export(auditor, "ndjson", more));
    }

    private static List<JsonPath> lines(ValidatableResponse export) {
        return export.statusCode(200).extract().asString().lines().map(JsonPath::from).toList();
    }

    private static List<Integer> sequences(List<JsonPath> lines) {
        return lines.stream().limit(lines.size() - 1L).map(line -> line.getInt("sequence")).toList();
    }

    /** @param more members of the body besides the format and the query for the client of this test */
    private ValidatableResponse export(String token, String format, String more) {
        return given().auth().oauth2(token).contentType("application/json")
                .body("{\"format\": \"%s\", \"query\": {\"client\": \"%s\"}%s}".formatted(format, client, more))
                .post("/v1/access-events/export").then();
    }
}
