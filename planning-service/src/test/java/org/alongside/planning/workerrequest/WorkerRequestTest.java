package org.alongside.planning.workerrequest;

import static org.alongside.planning.Planning.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
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

/** A client asks for another worker, without a reason if none is wanted, past the worker whom it is about. */
@QuarkusTest
class WorkerRequestTest {

    private static final String WORKER = Tokens.token(Tokens.FAMILY_SERVICES, Role.CASE_WORKER);
    private static final String SUPERVISOR = Tokens.token(Tokens.FAMILY_SERVICES, Role.SUPERVISOR);

    private final Database database = new Database("planning");
    private final Planning planning = new Planning();
    private final UUID keeper = UUID.randomUUID();
    private final String byKeeper = Tokens.of(Tokens.FAMILY_SERVICES, Role.SUPERVISOR, Role.CASE_WORKER)
            .subject(keeper).sign();
    private UUID caseId;

    @BeforeEach
    void aCase() {
        caseId = planning.caseOpened(keeper.toString());
    }

    @Test
    void isDecidedBySomebodyElseAndAskedAgain() {
        String first = asked("{}");
        read(WORKER, first).statusCode(403);
        read(SUPERVISOR, first).statusCode(200).body("insteadOf", equalTo(keeper.toString()))
                .body("clientWords", nullValue()).body("status", equalTo("requested"));
        as(WORKER).body("{}").post("/v1/cases/{id}/worker-requests", caseId).then().statusCode(409);
        command(SUPERVISOR, first, "decline", 0, "{}").statusCode(400);
        command(SUPERVISOR, first, "decline", 0, "{\"words\": \"Nobody is free\"}").statusCode(200)
                .body("status", equalTo("declined")).body("words", equalTo("Nobody is free"));
        command(SUPERVISOR, first, "grant", 1, "").statusCode(409);
        String second = asked("{\"clientWords\": \"A woman, please\"}");
        command(SUPERVISOR, second, "grant", 0, "").statusCode(200).body("status", equalTo("granted"))
                .body("clientWords", equalTo("A woman, please")).body("decidedBy", notNullValue());
        as(SUPERVISOR).get("/v1/cases/{id}", caseId).then().body("primaryWorker", equalTo(keeper.toString()));
        command(SUPERVISOR, asked("{}"), "withdraw", 0, "").statusCode(200);
        as(SUPERVISOR).get("/v1/cases/{id}/worker-requests", caseId).then().body("items.status",
                contains("declined", "granted", "withdrawn"));
    }

    @Test
    void theWorkerWhomItIsAboutNeitherSeesNorDecidesIt() throws Exception {
        String request = asked("{\"clientWords\": \"He frightens me\"}");
        as(byKeeper).body("{}").post("/v1/cases/{id}/worker-requests", caseId).then().statusCode(403);
        hidden(request);
        database.run("alter table worker_request disable row level security");
        try {
            hidden(request);
        } finally {
            database.run("alter table worker_request enable row level security");
        }
        String count = "select count(*) from worker_request where client_id = ?";
        assertEquals(0, database.countAs("planning_app", Tokens.FAMILY_SERVICES, keeper, count, planning.client));
        assertEquals(1, database.countAs("planning_app", Tokens.FAMILY_SERVICES, UUID.randomUUID(), count,
                planning.client));
    }

    /** Who kept the case when it was asked learns nothing of it after a transfer either, by asking anew. */
    @Test
    void afterATransferTheOneBeforeStillLearnsNothing() {
        String request = asked("{}");
        String next = UUID.randomUUID().toString();
        as(byKeeper).header("If-Match", "\"0\"").body("{\"to\": \"%s\", \"handoverNote\": \"n\"}".formatted(next))
                .post("/v1/cases/{id}/transfer", caseId).then().statusCode(200);
        hidden(request);
        as(byKeeper).body("{}").post("/v1/cases/{id}/worker-requests", caseId).then().statusCode(201)
                .body("insteadOf", equalTo(next));
    }

    @Test
    void nothingOfItIsToldAndItsWordsAreSealed() throws Exception {
        String request = asked("{\"clientWords\": \"He frightens me\"}");
        assertEquals(List.of(), database.strings("select type from outbox where payload::text like ?",
                "%" + request + "%"));
        assertEquals(List.of("0"), database.strings("select count(*)::text from worker_request w where client_id = ?"
                + " and strpos(w::text, encode('frightens', 'hex')) > 0", planning.client));
        database.run("update client_case set status = 'closed' where id = ?", caseId);
        as(WORKER).body("{}").post("/v1/cases/{id}/worker-requests", caseId).then().statusCode(409);
        as(Tokens.token(Tokens.LEGAL_AID, Role.SUPERVISOR)).get("/v1/worker-requests/{id}", request).then()
                .statusCode(404);
    }

    private void hidden(String request) {
        read(byKeeper, request).statusCode(404);
        command(byKeeper, request, "grant", 0, "").statusCode(404);
        as(byKeeper).get("/v1/cases/{id}/worker-requests", caseId).then().statusCode(200).body("items", empty());
    }

    private String asked(String body) {
        return as(WORKER).body(body).post("/v1/cases/{id}/worker-requests", caseId).then().statusCode(201).extract()
                .path("workerRequestId");
    }

    private static ValidatableResponse read(String token, String request) {
        return as(token).get("/v1/worker-requests/{id}", request).then();
    }

    private static ValidatableResponse command(String token, String request, String command, long version,
            String body) {
        return as(token).header("If-Match", "\"" + version + "\"").body(body)
                .post("/v1/worker-requests/{id}/" + command, request).then();
    }
}
