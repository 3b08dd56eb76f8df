package org.alongside.planning.note;

import static org.alongside.planning.Planning.CASE_WORKER;
import static org.alongside.planning.Planning.as;
import static org.alongside.planning.Planning.create;
import static org.alongside.planning.Planning.read;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.KafkaEvents;
import org.alongside.kit.testing.Tokens;
import org.alongside.planning.Planning;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

/** What is written stays; it is put right by another note, and found by its words. */
@QuarkusTest
class NoteTest {

    private static final String GRANTEE = Tokens.token(Tokens.LEGAL_AID, Role.RECEIVING_WORKER, Role.CASE_WORKER);

    private final Database database = new Database("planning");
    private final Planning planning = new Planning();
    private final KafkaEvents intake = new KafkaEvents();
    private UUID caseId;

    @AfterEach
    void close() {
        intake.close();
    }

    @BeforeEach
    void aCase() {
        caseId = planning.caseOpened();
    }

    @Test
    void isReadAsItWasWrittenAndPutRightByAnotherThatNamesIt() {
        UUID note = written("meeting", "She came alone");
        UUID addendum = UUID.fromString(create("/v1/notes/{id}/addenda", note, "{\"words\": \"With her sister\"}")
                .statusCode(201).body("corrects", equalTo(note.toString())).body("kind", equalTo("meeting"))
                .body("parts", contains("notes")).extract().path("noteId"));
        read("/v1/notes/{id}", note).statusCode(200).body("words", equalTo("She came alone"))
                .body("addenda", contains(addendum.toString())).body("corrects", nullValue())
                .body("author", notNullValue()).body("writtenAt", notNullValue());
        read("/v1/cases/{id}/notes", caseId).statusCode(200).body("items.noteId",
                contains(note.toString(), addendum.toString()));
        as(CASE_WORKER).body("{}").patch("/v1/notes/{id}", note).then().statusCode(405);
        as(CASE_WORKER).delete("/v1/notes/{id}", note).then().statusCode(405);
        assertThrows(SQLException.class, () -> database.countAs("planning_app", Tokens.FAMILY_SERVICES,
                "with changed as (update note set kind = 'other' where id = ? returning 1) select count(*) from changed",
                note));
    }

    @Test
    void isWrittenInACaseThatIsOnHoldToo() {
        Planning.command("cases", caseId, "hold", 0, "").statusCode(200);
        written("telephone", "Called: nobody answers");
    }

    @Test
    void isFoundByItsWordsWhateverTheirCaseAndAccents() {
        UUID wanted = written("telephone", "Habló con la  Señora del juzgado, cita el 3");
        written("meeting", "Nothing of the kind");
        for (String words : List.of("SENORA DEL JUZGADO", "señora", "cita el 3")) {
            search(caseId, words).body("items.noteId", contains(wanted.toString()));
        }
        search(caseId, "juzgado señora").body("items", hasSize(0));
        search(caseId, "---").body("items", hasSize(0));
        search(planning(new Planning()), "señora").body("items", hasSize(0));
    }

    @Test
    void pagesOfASearchLookThroughAllNotes() {
        List<String> wanted = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            UUID note = written("other", i % 3 == 0 ? "needle " + i : "hay " + i);
            if (i % 3 == 0) {
                wanted.add(note.toString());
            }
        }
        List<String> found = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page = as(CASE_WORKER).body("{\"words\": \"needle\"}")
                    .post("/v1/cases/{id}/notes/search?limit=2" + next, caseId).then().statusCode(200).extract()
                    .jsonPath();
            assertTrue(page.getList("items").size() <= 2);
            found.addAll(page.getList("items.noteId"));
            next = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        }
        assertEquals(wanted, found);
    }

    /** A grant for the plan opens what was marked for it; the notes of the worker only one that names notes. */
    @Test
    void isOpenedByAGrantForOneOfItsParts() throws SQLException {
        UUID own = written("observation", "Seems tired");
        UUID shared = UUID.fromString(create("/v1/cases/{id}/notes", caseId,
                "{\"kind\": \"decision\", \"words\": \"We apply together\", \"parts\": [\"plan\"]}").statusCode(201)
                .extract().path("noteId"));
        String count = "select count(*) from note where client_id = ?";
        grant("plan");
        intake.beat();
        planning.await("a fresh copy of the grants",
                () -> as(GRANTEE).get("/v1/notes/{id}", shared).statusCode() == 200);
        as(GRANTEE).get("/v1/notes/{id}", shared).then().statusCode(200).body("words", equalTo("We apply together"));
        as(GRANTEE).get("/v1/notes/{id}", own).then().statusCode(404);
        assertEquals(1, database.countAs("planning_app", Tokens.LEGAL_AID, count, planning.client));
        as(GRANTEE).get("/v1/cases/{id}/notes", caseId).then().statusCode(200).body("items.noteId",
                contains(shared.toString()));
        grant("notes");
        as(GRANTEE).get("/v1/notes/{id}", own).then().statusCode(200).body("words", equalTo("Seems tired"));
        assertEquals(2, database.countAs("planning_app", Tokens.LEGAL_AID, count, planning.client));
        as(GRANTEE).get("/v1/cases/{id}/notes", caseId).then().statusCode(200).body("items", hasSize(2));
        as(GRANTEE).body("{\"words\": \"w\"}").post("/v1/notes/{id}/addenda", own).then().statusCode(404);
        as(GRANTEE).body("{\"kind\": \"other\", \"words\": \"w\"}").post("/v1/cases/{id}/notes", caseId).then()
                .statusCode(404);
        as(Tokens.token(Tokens.HOUSING, Role.RECEIVING_WORKER)).get("/v1/notes/{id}", own).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"words\": \"w\"}|/kind", "{\"kind\": \"gossip\", \"words\": \"w\"}|/kind",
            "{\"kind\": \"other\", \"words\": \" \"}|/words",
            "{\"kind\": \"other\", \"words\": \"w\", \"parts\": [\"identity\"]}|/parts",
            "{\"kind\": \"other\", \"words\": \"w\", \"parts\": []}|/parts"})
    void namesTheFieldThatIsWrong(String body, String field) {
        create("/v1/cases/{id}/notes", caseId, body).statusCode(400).body("violations.field", hasItem(field));
    }

    @Test
    void wordsAreSealed() {
        written("other", "Canary-words");
        assertEquals(List.of("0"), database.strings("select count(*)::text from note n where client_id = ?"
                + " and strpos(n::text, encode('Canary', 'hex')) > 0", planning.client));
        read("/v1/cases/{id}/notes", caseId).body("items[0].words", containsString("Canary"));
    }

    private static UUID planning(Planning other) {
        return other.caseOpened();
    }

    private UUID written(String kind, String words) {
        return UUID.fromString(as(CASE_WORKER).contentType("application/json;charset=UTF-8")
                .body("{\"kind\": \"%s\", \"words\": \"%s\"}".formatted(kind, words))
                .post("/v1/cases/{id}/notes", caseId).then().statusCode(201).extract().path("noteId"));
    }

    private static ValidatableResponse search(UUID of, String words) {
        return as(CASE_WORKER).contentType("application/json;charset=UTF-8").body("{\"words\": \"" + words + "\"}")
                .post("/v1/cases/{id}/notes/search", of).then().statusCode(200);
    }

    private void grant(String part) throws SQLException {
        database.run("""
                insert into access_grant (id, client_id, home_agency, grantee, parts, purposes, basis, basis_id, consent_id,
                                          valid_from, valid_until, version)
                values (?, ?, ?, ?, array[?], '{TREAT}', 'consent', ?, ?, now() - interval '1 minute',
                        now() + interval '1 day', 0)""", UUID.randomUUID(), planning.client, Tokens.FAMILY_SERVICES,
                Tokens.LEGAL_AID, part, UUID.randomUUID(), UUID.randomUUID());
    }
}
