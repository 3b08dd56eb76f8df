package org.alongside.planning.casework;

import static org.alongside.planning.Planning.CASE_WORKER;
import static org.alongside.planning.Planning.as;
import static org.alongside.planning.Planning.command;
import static org.alongside.planning.Planning.read;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.KafkaEvents;
import org.alongside.kit.testing.Tokens;
import org.alongside.planning.Planning;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Who works in a case: handed over with a note, never to somebody who stands close to the client. */
@QuarkusTest
class TeamTest {

    private static final String TRANSFER = "{\"to\": \"%s\", \"handoverNote\": \"She prefers mornings\"}";
    private static final String SUPERVISOR = Tokens.token(Tokens.FAMILY_SERVICES, Role.SUPERVISOR);

    private final Database database = new Database("planning");
    private final Planning planning = new Planning();
    private final KafkaEvents events = new KafkaEvents();
    private final UUID keeper = UUID.randomUUID();
    private final UUID next = UUID.randomUUID();
    private final String byKeeper = worker(keeper);
    private UUID caseId;

    @BeforeEach
    void aCase() {
        caseId = planning.caseOpened(keeper.toString());
    }

    @AfterEach
    void close() {
        events.close();
    }

    @Test
    void theKeeperHandsOverWithANote() {
        transfer(worker(UUID.randomUUID()), 0, next).statusCode(403);
        transfer(byKeeper, 7, next).statusCode(412);
        as(byKeeper).header("If-Match", "\"0\"").body("{\"to\": \"w\"}").post("/v1/cases/{id}/transfer", caseId).then()
                .statusCode(400).body("violations.field", contains("/handoverNote"));
        read("/v1/cases/{id}/notes", caseId).body("items", hasSize(0));
        String note = transfer(byKeeper, 0, next).statusCode(200).body("from", equalTo(keeper.toString()))
                .body("to", equalTo(next.toString())).extract().path("noteId");
        read("/v1/cases/{id}", caseId).body("primaryWorker", equalTo(next.toString()));
        as(worker(next)).get("/v1/notes/{id}", note).then().statusCode(200).body("kind", equalTo("handover"))
                .body("words", equalTo("She prefers mornings"));
        transfer(byKeeper, 1, keeper).statusCode(403);
        transfer(SUPERVISOR, 1, next).statusCode(409);
        transfer(SUPERVISOR, 1, keeper).statusCode(200);
        read("/v1/cases/{id}/transfers", caseId).statusCode(200).body("items.to",
                contains(next.toString(), keeper.toString()));
        read("/v1/cases/{id}/notes", caseId).body("items", hasSize(2));
        assertEquals(List.of(next.toString(), keeper.toString()), database.strings("""
                select convert_from(payload, 'UTF8')::json ->> 'primaryWorker' from outbox
                 where topic = 'planning.case.v1' and key = ? and type like '%transferred%' order by position""",
                caseId.toString()));
    }

    @Test
    void othersHelpBesideTheKeeper() {
        command("cases", caseId, "add-to-team", 0, member(next)).statusCode(200).body("team",
                contains(next.toString()));
        command("cases", caseId, "add-to-team", 1, member(next)).statusCode(200).body("team", hasSize(1));
        command("cases", caseId, "add-to-team", 1, member(keeper)).statusCode(200).body("team", hasSize(1));
        transfer(byKeeper, 1, next).statusCode(200);
        read("/v1/cases/{id}", caseId).body("team", empty());
        command("cases", caseId, "add-to-team", 2, member(keeper)).statusCode(200);
        command("cases", caseId, "remove-from-team", 3, member(keeper)).statusCode(200).body("team", empty());
        command("cases", caseId, "add-to-team", 4, "{\"worker\": \"\"}").statusCode(400);
        for (int i = 0; i < 20; i++) {
            command("cases", caseId, "add-to-team", 4 + i, member(UUID.randomUUID())).statusCode(200);
        }
        command("cases", caseId, "add-to-team", 24, member(UUID.randomUUID())).statusCode(409);
    }

    @Test
    void aConflictOfInterestKeepsAWorkerOutUntilItIsWithdrawn() {
        UUID declaration = UUID.randomUUID();
        conflict(declaration, planning.client, true, 0);
        planning.await("the declaration", () -> inForce(declaration).equals(List.of("t")));
        command("cases", caseId, "add-to-team", 0, member(next)).statusCode(409)
                .body("type", equalTo("urn:alongside:problem:conflict-of-interest"));
        transfer(byKeeper, 0, next).statusCode(409).body("type",
                equalTo("urn:alongside:problem:conflict-of-interest"));
        read("/v1/cases/{id}/notes", caseId).body("items", hasSize(0));
        conflict(declaration, planning.client, false, 2);
        planning.await("the withdrawal", () -> inForce(declaration).equals(List.of("f")));
        conflict(declaration, planning.client, true, 1);
        UUID marker = UUID.randomUUID();
        conflict(marker, UUID.randomUUID(), true, 0);
        planning.await("what came after", () -> inForce(marker).equals(List.of("t")));
        transfer(byKeeper, 0, next).statusCode(200);
    }

    /** A declaration about one record of a person holds for the other one too. */
    @Test
    void aConflictHoldsForAllRecordsOfThePerson() {
        UUID other = UUID.randomUUID();
        UUID declaration = UUID.randomUUID();
        conflict(declaration, other, true, 0);
        events.tell("intake.client.v1", other, "org.alongside.intake.client.merged.v1", Map.of("clientId", other,
                "homeAgency", Tokens.FAMILY_SERVICES, "survivorId", planning.client, "version", 0));
        planning.await("both", () -> inForce(declaration).equals(List.of("t")) && !database.strings(
                "select 1 from merged_client where client_id = ?", other).isEmpty());
        transfer(byKeeper, 0, next).statusCode(409);
    }

    @Test
    void nobodyIsAssignedFromWhomTheRecordIsHidden() throws Exception {
        events.beat();
        events.tell(KafkaEvents.GRANTS, planning.client, "org.alongside.intake.client.restricted.v1",
                Map.of("clientId", planning.client, "homeAgency", Tokens.FAMILY_SERVICES, "version", 0, "workers",
                        List.of(keeper.toString())));
        planning.await("the restriction",
                () -> as(CASE_WORKER).get("/v1/cases/{id}", caseId).statusCode() == 404);
        planning.await("a fresh copy", () -> as(byKeeper).get("/v1/cases/{id}", caseId).statusCode() == 200);
        transfer(byKeeper, 0, next).statusCode(409).body("detail", containsString("restricted"));
        as(byKeeper).header("If-Match", "\"0\"").body(member(next)).post("/v1/cases/{id}/add-to-team", caseId).then()
                .statusCode(409);
    }

    @Test
    void aClosedCaseIsNotHandedOver() throws Exception {
        database.run("update client_case set status = 'closed' where id = ?", caseId);
        transfer(byKeeper, 0, next).statusCode(409);
        command("cases", caseId, "add-to-team", 0, member(next)).statusCode(409);
    }

    @Test
    void anotherAgencySeesNothingOfIt() {
        transfer(byKeeper, 0, next).statusCode(200);
        as(Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER)).get("/v1/cases/{id}/transfers", caseId).then()
                .statusCode(404);
        as(Tokens.token(Tokens.LEGAL_AID, Role.SUPERVISOR)).header("If-Match", "*").body(TRANSFER.formatted(keeper))
                .post("/v1/cases/{id}/transfer", caseId).then().statusCode(404)
                .body(not(containsString(next.toString())));
    }

    private List<String> inForce(UUID declaration) {
        return database.strings("select in_force::text::char(1) from worker_conflict where id = ?", declaration);
    }

    private void conflict(UUID declaration, UUID client, boolean inForce, long version) {
        Map<String, Object> state = new HashMap<>(Map.of("declarationId", declaration, "agency",
                Tokens.FAMILY_SERVICES, "worker", next, "clientId", client, "inForce", inForce, "version", version));
        events.tell("audit.conflict.v1", declaration, "org.alongside.audit.conflict.changed.v1", state);
    }

    private ValidatableResponse transfer(String token, long version, UUID to) {
        return as(token).header("If-Match", "\"" + version + "\"").body(TRANSFER.formatted(to))
                .post("/v1/cases/{id}/transfer", caseId).then();
    }

    private static String member(UUID worker) {
        return "{\"worker\": \"" + worker + "\"}";
    }

    private static String worker(UUID subject) {
        return Tokens.of(Tokens.FAMILY_SERVICES, Role.CASE_WORKER).subject(subject).sign();
    }
}
