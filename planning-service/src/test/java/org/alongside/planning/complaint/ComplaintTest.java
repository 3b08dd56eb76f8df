package org.alongside.planning.complaint;

import static org.alongside.planning.Planning.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.alongside.planning.Planning;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** A complaint never comes before the worker whom it concerns, whatever that worker is. */
@QuarkusTest
class ComplaintTest {

    private static final String WORKER = Tokens.token(Tokens.FAMILY_SERVICES, Role.CASE_WORKER);
    private static final String SUPERVISOR = Tokens.token(Tokens.FAMILY_SERVICES, Role.SUPERVISOR);

    private final Database database = new Database("planning");
    private final Planning planning = new Planning();
    private final UUID concerned = UUID.randomUUID();
    private final String byConcerned = Tokens.of(Tokens.FAMILY_SERVICES, Role.SUPERVISOR, Role.PRIVACY_OFFICER,
            Role.CASE_WORKER).subject(concerned).sign();
    private UUID caseId;

    @BeforeEach
    void aCase() {
        caseId = planning.caseOpened(concerned.toString());
    }

    @Test
    void isTakenLookedIntoAndAnswered() {
        String complaint = taken(concerned);
        read(WORKER, complaint).statusCode(403);
        read(SUPERVISOR, complaint).statusCode(200).body("status", equalTo("received"))
                .body("clientWords", equalTo("He shouted at me")).body("about", contains(concerned.toString()));
        command(SUPERVISOR, complaint, "answer", 0, "{\"words\": \"w\"}").statusCode(409);
        command(SUPERVISOR, complaint, "review", 0, "").statusCode(200).body("status", equalTo("under-review"));
        command(SUPERVISOR, complaint, "answer", 1, "{}").statusCode(400);
        command(SUPERVISOR, complaint, "answer", 0, "{\"words\": \"w\"}").statusCode(412);
        command(SUPERVISOR, complaint, "answer", 1, "{\"words\": \"We talked with him\"}").statusCode(200)
                .body("status", equalTo("answered")).body("answer", equalTo("We talked with him"))
                .body("answeredAt", notNullValue());
        command(SUPERVISOR, complaint, "withdraw", 2, "").statusCode(409);
        command(SUPERVISOR, taken(concerned), "withdraw", 0, "").statusCode(200).body("status",
                equalTo("withdrawn"));
    }

    @Test
    void toWhomItConcernsThereIsNone() throws Exception {
        String complaint = taken(concerned);
        read(byConcerned, complaint).statusCode(404);
        command(byConcerned, complaint, "review", 0, "").statusCode(404);
        list(byConcerned).body("items", empty());
        queue(byConcerned, complaint, false);
        list(SUPERVISOR).body("items.complaintId", contains(complaint));
        queue(SUPERVISOR, complaint, true);
        String count = "select count(*) from complaint where client_id = ?";
        assertEquals(0, database.countAs("planning_app", Tokens.FAMILY_SERVICES, concerned, count, planning.client));
        assertEquals(1, database.countAs("planning_app", Tokens.FAMILY_SERVICES, UUID.randomUUID(), count,
                planning.client));
        assertEquals(0, database.countAs("planning_app", Tokens.LEGAL_AID, UUID.randomUUID(), count,
                planning.client));
        as(Tokens.of(Tokens.FAMILY_SERVICES, Role.PRIVACY_OFFICER).subject(concerned).sign())
                .get("/v1/clients/{id}/planning-data", planning.client).then().statusCode(200)
                .body("cases[0].complaints", empty());
        assertEquals(List.of(), database.strings("select type from outbox where payload::text like ?",
                "%" + complaint + "%"));
    }

    @Test
    void theApplicationHidesItWithRowLevelSecurityOff() throws Exception {
        String complaint = taken(concerned);
        database.run("alter table complaint disable row level security");
        try {
            read(byConcerned, complaint).statusCode(404);
            command(byConcerned, complaint, "review", 0, "").statusCode(404);
            list(byConcerned).body("items", empty());
        } finally {
            database.run("alter table complaint enable row level security");
        }
    }

    @Test
    void somebodyElseTakesIt() {
        as(byConcerned).body(complaint(concerned)).post("/v1/cases/{id}/complaints", caseId).then().statusCode(403);
        as(WORKER).body("{\"about\": [], \"clientWords\": \" \"}").post("/v1/cases/{id}/complaints", caseId).then()
                .statusCode(400).body("violations.field", hasItem("/clientWords"));
        as(Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER)).body(complaint(concerned))
                .post("/v1/cases/{id}/complaints", caseId).then().statusCode(404);
        assertEquals(List.of(), database.strings("select id::text from complaint where case_id = ?", caseId));
    }

    @Test
    void wordsAreSealed() {
        taken(concerned);
        assertEquals(List.of("0"), database.strings("select count(*)::text from complaint c where client_id = ?"
                + " and strpos(c::text, encode('shouted', 'hex')) > 0", planning.client));
    }

    private static void queue(String token, String complaint, boolean there) {
        String cursor = null;
        boolean found = false;
        do {
            var request = as(token).queryParam("list", "today").queryParam("limit", 200);
            ValidatableResponse page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/v1/work-queue").then().statusCode(200);
            found |= page.extract().<List<String>>path("items.id").contains(complaint);
            cursor = page.extract().path("next");
        } while (cursor != null);
        assertEquals(there, found);
    }

    private static String complaint(UUID about) {
        return "{\"about\": [\"%s\"], \"clientWords\": \"He shouted at me\"}".formatted(about);
    }

    private String taken(UUID about) {
        return as(WORKER).body(complaint(about)).post("/v1/cases/{id}/complaints", caseId).then().statusCode(201)
                .extract().path("complaintId");
    }

    private ValidatableResponse list(String token) {
        return as(token).get("/v1/cases/{id}/complaints", caseId).then().statusCode(200);
    }

    private static ValidatableResponse read(String token, String complaint) {
        return as(token).get("/v1/complaints/{id}", complaint).then();
    }

    private static ValidatableResponse command(String token, String complaint, String command, long version,
            String body) {
        return as(token).header("If-Match", "\"" + version + "\"").body(body)
                .post("/v1/complaints/{id}/" + command, complaint).then();
    }
}
