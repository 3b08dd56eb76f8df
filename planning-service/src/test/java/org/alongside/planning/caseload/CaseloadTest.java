package org.alongside.planning.caseload;

import static org.alongside.planning.Planning.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.KafkaEvents;
import org.alongside.kit.testing.Things;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Nobody is given more than they can carry without a supervisor saying why; in the tests' configuration the housing agency has a limit of 6. */
@QuarkusTest
class CaseloadTest {

    private final Database database = new Database("planning");
    private final KafkaEvents events = new KafkaEvents();
    private final UUID worker = UUID.randomUUID();
    private final String supervisor = Tokens.token(Tokens.HOUSING, Role.SUPERVISOR);
    private final String own = Tokens.of(Tokens.HOUSING, Role.CASE_WORKER).subject(worker).sign();

    @AfterEach
    void close() {
        events.close();
    }

    @Test
    void whatAWorkerKeepsIsTheSumOfItsWeights() throws Exception {
        load(own, "").body("cases", equalTo(0)).body("weight", equalTo(0)).body("limit", equalTo(6));
        String heavy = opened(worker);
        opened(worker);
        weigh(heavy, 5).statusCode(200).body("weight", equalTo(5));
        weigh(heavy, 6).statusCode(400);
        weigh(heavy, 0).statusCode(400);
        load(own, "").body("cases", equalTo(2)).body("weight", equalTo(6));
        load(supervisor, "?worker=" + worker).body("weight", equalTo(6));
        database.run("update client_case set status = 'closed' where id = ?", UUID.fromString(heavy));
        load(own, "").body("cases", equalTo(1)).body("weight", equalTo(1));
    }

    @Test
    void aboveTheLimitASupervisorSaysWhy() throws Exception {
        String heavy = opened(worker);
        weigh(heavy, 5);
        transfer(supervisor, opened(UUID.randomUUID()), null).statusCode(200);
        String more = opened(UUID.randomUUID());
        transfer(supervisor, more, null).statusCode(409).body("type", equalTo("urn:alongside:problem:caseload-full"))
                .body("load", equalTo(6)).body("weight", equalTo(1)).body("limit", equalTo(6));
        transfer(Tokens.of(Tokens.HOUSING, Role.CASE_WORKER).subject(keeper(more)).sign(), more, "I am ill")
                .statusCode(403);
        transfer(supervisor, more, "Nobody else speaks Dari").statusCode(200).body("overrideReason",
                equalTo("Nobody else speaks Dari"));
        as(supervisor).get("/v1/cases/{id}/transfers", more).then().body("items.overrideReason",
                contains("Nobody else speaks Dari"));
        load(own, "").body("weight", equalTo(7));
        assertEquals(List.of("0"), database.strings("select count(*)::text from case_transfer t where case_id = ?"
                + " and strpos(t::text, encode('Dari', 'hex')) > 0", UUID.fromString(more)));
    }

    /** Six at once for one worker with room for three. */
    @Test
    void assignmentsAtOnceDoNotExceedItTogether() throws Exception {
        weigh(opened(worker), 3);
        List<Callable<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String more = opened(UUID.randomUUID());
            all.add(() -> transfer(supervisor, more, null).extract().statusCode());
        }
        ExecutorService people = Executors.newFixedThreadPool(6);
        try {
            int given = 0;
            for (var answer : people.invokeAll(all)) {
                given += answer.get() == 200 ? 1 : 0;
            }
            assertEquals(3, given);
        } finally {
            people.shutdownNow();
        }
        load(own, "").body("weight", equalTo(6));
    }

    @Test
    void itIsOnesOwnOrOneWorkersToASupervisor() {
        as(own).get("/v1/caseload?worker={id}", UUID.randomUUID()).then().statusCode(403);
        as(own).get("/v1/caseload?worker={id}", worker).then().statusCode(200);
        as(Tokens.token(Tokens.HOUSING, Role.INTAKE_WORKER)).get("/v1/caseload").then().statusCode(403);
        as(Tokens.token(Tokens.FAMILY_SERVICES, Role.SUPERVISOR)).get("/v1/caseload?worker={id}", worker).then()
                .statusCode(200).body("cases", equalTo(0)).body("limit", nullValue());
    }

    private static ValidatableResponse load(String token, String query) {
        return as(token).get("/v1/caseload" + query).then().statusCode(200);
    }

    private ValidatableResponse weigh(String caseId, int weight) {
        return as(own).header("If-Match", "*").body("{\"weight\": " + weight + "}")
                .post("/v1/cases/{id}/weigh", caseId).then();
    }

    /** @param reason {@code null} for none */
    private ValidatableResponse transfer(String token, String caseId, String reason) {
        return as(token).header("If-Match", "*").body("{\"to\": \"%s\", \"handoverNote\": \"n\"%s}".formatted(worker,
                reason == null ? "" : ", \"overrideReason\": \"" + reason + "\""))
                .post("/v1/cases/{id}/transfer", caseId).then();
    }

    private UUID keeper(String caseId) {
        return UUID.fromString(as(supervisor).get("/v1/cases/{id}", caseId).path("primaryWorker"));
    }

    private String opened(UUID keeper) throws Exception {
        UUID intake = UUID.randomUUID();
        events.send("org.alongside.intake.intake.opened.v1", intake,
                """
                {"intakeId": "%s", "clientId": "%s", "homeAgency": "%s", "status": "open", "worker": "%s", "version": 0}"""
                        .formatted(intake, UUID.randomUUID(), Tokens.HOUSING, keeper));
        Things.await("the case",
                () -> !database.strings("select 1 from client_case where intake_id = ?", intake).isEmpty());
        return database.strings("select id::text from client_case where intake_id = ?", intake).get(0);
    }
}
