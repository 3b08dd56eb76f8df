package org.alongside.audit.disclosurenote;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.alongside.audit.Eventually;
import org.alongside.audit.Source;
import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** A client's own words on a line: kept, answered once, and read by the home agency alone. */
@QuarkusTest
class NoteTest {

    private static final String CANARY = "Canary <b>Client</b> \"O'Name\"";

    private final Database database = new Database("audit");
    private final Source source = new Source();
    private final UUID home = UUID.randomUUID();
    private final UUID client = UUID.randomUUID();
    private final String officer = Tokens.token(home, Role.PRIVACY_OFFICER);
    private final String worker = Tokens.token(home, Role.CASE_WORKER);
    private final String auditor = Tokens.token(Tokens.OVERSIGHT, Role.AUDITOR);
    private String outside;
    private String inside;

    @BeforeEach
    void twoEntries() {
        source.send(source.event(1, source.payload(Map.of("client", client, "home", home, "agency", home))),
                source.event(2, source.payload(Map.of("client", client, "home", home, "agency", Tokens.LEGAL_AID,
                        "basis", "consent"))));
        source.logged(2);
        inside = entry(1);
        outside = entry(2);
    }

    @Test
    void standsWithItsLineAndIsAnsweredOnce() {
        String address = write(worker, outside, "key-1").statusCode(201).header("ETag", "\"0\"")
                .body("status", equalTo("open")).body("words", equalTo(CANARY)).extract().header("Location");
        account(officer, "application/json").body("lines[0].notes", hasSize(1))
                .body("lines[0].notes[0].words", equalTo(CANARY)).body("lines[0].notes[0].kind", equalTo("dispute"));
        answer(officer, address, "\"7\"").statusCode(412);
        answer(worker, address, "\"0\"").statusCode(403);
        answer(officer, address, "\"0\"").statusCode(200).body("status", equalTo("answered"))
                .body("answer", equalTo("We asked them.")).header("ETag", "\"1\"");
        answer(officer, address, "\"1\"").statusCode(409)
                .body("type", equalTo("urn:alongside:problem:conflicting-state"));
        account(officer, "text/html").body(containsString("We asked them."))
                .body(containsString("Canary &lt;b&gt;Client&lt;/b&gt;")).body(not(containsString("<b>Client")));
    }

    @Test
    void isWrittenOnceForAnIdempotencyKey() {
        String key = UUID.randomUUID().toString();
        String first = write(worker, outside, key).statusCode(201).extract().path("id");
        assertEquals(first, write(worker, outside, key).statusCode(201).extract().path("id"));
        account(officer, "application/json").body("lines[0].notes", hasSize(1));
    }

    @Test
    void onlyALineOfTheAccountTakesANote() {
        write(worker, inside, "key-2").statusCode(400).body("violations[0].field", equalTo("/entryIndex"));
        write(worker, "999999999", "key-3").statusCode(400);
        write(Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER), outside, "key-4").statusCode(404);
    }

    @Test
    void anotherAgencyDoesNotSeeItAndRowLevelSecuritySaysTheSame() throws SQLException {
        String address = write(worker, outside, "key-5").statusCode(201).extract().header("Location");
        as(Tokens.token(Tokens.LEGAL_AID, Role.PRIVACY_OFFICER)).get(address).then().statusCode(404);
        as(officer).get(address).then().statusCode(200);
        String count = "select count(*) from disclosure_note where client_id = ?";
        assertEquals(1, database.countAs("audit_app", home, count, client));
        assertEquals(0, database.countAs("audit_app", Tokens.LEGAL_AID, count, client));
    }

    @Test
    void theWordsNeverChangeAndAnAnswerNeitherWhoeverAsks() throws SQLException {
        String address = write(worker, outside, "key-6").statusCode(201).extract().header("Location");
        answer(officer, address, "\"0\"").statusCode(200);
        assertThrows(SQLException.class,
                () -> database.run("update disclosure_note set status = 'open' where client_id = ?", client));
        assertEquals("f", database.strings("select has_column_privilege('audit_app', 'disclosure_note', 'words',"
                + " 'update')").get(0));
    }

    @Test
    void anAuditorSeesThatThereIsANoteAndNoAnswerOfTheServiceGivesThemTheWords() {
        String access = write(worker, outside, "key-7").statusCode(201).extract().header("Alongside-Access-Id");
        Eventually.until(() -> given().auth().oauth2(auditor).get("/v1/access-events/" + access).statusCode() == 200);
        account(auditor, "application/json").body("lines[0].notes", hasSize(1))
                .body("lines[0].notes[0].words", nullValue());
        String query = "{\"client\": \"" + client + "\"}";
        List<String> answers = List.of(account(auditor, "application/json").extract().asString(),
                account(auditor, "text/html").extract().asString(),
                as(auditor).body(query).post("/v1/access-events/search").asString(),
                as(auditor).get("/v1/access-events/" + access).asString(),
                as(auditor).get("/v1/access-receipts/" + access).asString(), export("ndjson"), export("csv"),
                export("fhir"));
        answers.forEach(answer -> {
            assertTrue(answer.contains(client.toString()) || answer.contains(access), "An empty answer: " + answer);
            assertTrue(!answer.contains("Canary"), answer);
        });
        assertEquals(List.of(), database.strings("select entry_index from log_entry where client = ?"
                + " and convert_from(entry, 'UTF8') like '%Canary%'", client));
        assertEquals("0", database.strings("select max(position('Canary'::bytea in words)) from disclosure_note"
                + " where client_id = ?", client).get(0));
    }

    private String export(String format) {
        return as(auditor).body("{\"format\": \"%s\", \"query\": {\"client\": \"%s\"}}".formatted(format, client))
                .post("/v1/access-events/export").then().statusCode(200).extract().asString();
    }

    private String entry(int sequence) {
        return database.strings("select entry_index from log_entry where source = ? and sequence = ?", source.name(),
                sequence).get(0);
    }

    private ValidatableResponse write(String token, String entry, String key) {
        return as(token).header("Idempotency-Key", key)
                .body(Map.of("client", client, "entryIndex", Long.valueOf(entry), "kind", "dispute", "words", CANARY))
                .post("/v1/disclosure-notes").then();
    }

    private static ValidatableResponse answer(String token, String address, String ifMatch) {
        return as(token).header("If-Match", ifMatch).body("{\"words\": \"We asked them.\"}").post(address + "/answer")
                .then();
    }

    private ValidatableResponse account(String token, String type) {
        return as(token).accept(type).body("{\"client\": \"" + client + "\"}").post("/v1/disclosure-accounts").then()
                .statusCode(200);
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }
}
