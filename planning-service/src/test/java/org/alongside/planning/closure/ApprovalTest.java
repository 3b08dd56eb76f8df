package org.alongside.planning.closure;

import static org.alongside.planning.Planning.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.KafkaEvents;
import org.alongside.kit.testing.Things;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Where the agency asks for it, a second pair of eyes sees every ending; the tests' configuration has the housing agency ask. */
@QuarkusTest
class ApprovalTest {

    private static final String WHOLE = """
            {"reason": "goals-met", "gains": "g", "explanation": "e", "confidence": 5, "openDoorContact": "o",
             "checkInOn": "%s"}""".formatted(LocalDate.now(ZoneOffset.UTC).plusDays(30));

    private final String both = Tokens.token(Tokens.HOUSING, Role.CASE_WORKER, Role.SUPERVISOR);
    private final String supervisor = Tokens.token(Tokens.HOUSING, Role.SUPERVISOR);
    private final KafkaEvents events = new KafkaEvents();
    private final UUID client = UUID.randomUUID();
    private String caseId;
    private String closure;

    @BeforeEach
    void anEndingThatAwaitsApproval() throws Exception {
        UUID intake = UUID.randomUUID();
        events.send("org.alongside.intake.intake.opened.v1", intake,
                """
                {"intakeId": "%s", "clientId": "%s", "homeAgency": "%s", "status": "open", "worker": "w", "version": 0}"""
                        .formatted(intake, client, Tokens.HOUSING));
        Things.await("the case", () -> (caseId = as(both).get("/v1/cases?client={id}", client).then().extract()
                .path("items[0].caseId")) != null);
        closure = as(both).body(WHOLE).post("/v1/cases/{id}/closures", caseId).then().statusCode(201).extract()
                .path("closureId");
        command(both, "complete", 0, "{}").statusCode(200).body("status", equalTo("awaiting-approval"))
                .body("closedAt", nullValue());
    }

    @AfterEach
    void close() {
        events.close();
    }

    @Test
    void aSupervisorClosesTheCaseAndNobodyApprovesTheirOwnEnding() {
        status("open");
        command(both, "approve", 1, "").statusCode(403);
        command(Tokens.token(Tokens.HOUSING, Role.CASE_WORKER), "approve", 1, "").statusCode(403);
        command(supervisor, "approve", 1, "").statusCode(200).body("status", equalTo("completed"))
                .body("approvedBy", notNullValue()).body("closedAt", notNullValue());
        status("closed");
    }

    @Test
    void whatIsSentBackSaysWhyAndIsCompletedAnew() {
        command(both, "complete", 1, "{}").statusCode(409);
        command(supervisor, "send-back", 1, "{\"reason\": \"The client was not told\"}").statusCode(200)
                .body("status", equalTo("draft")).body("sentBack", equalTo("The client was not told"));
        status("open");
        command(supervisor, "approve", 2, "").statusCode(409);
        command(both, "complete", 2, "{}").statusCode(200).body("status", equalTo("awaiting-approval"));
        command(supervisor, "approve", 3, "").statusCode(200);
        status("closed");
    }

    /** Between completion and approval somebody sent another referral: it is not lost with the case. */
    @Test
    void whatBeganMeanwhileIsAskedAnew() throws Exception {
        UUID referral = UUID.randomUUID();
        events.send("org.alongside.referral.referral.requested.v1", referral,
                """
                {"referralId": "%s", "clientId": "%s", "homeAgency": "%3$s", "sender": "%3$s", "recipient": "%s",
                 "serviceId": "%s", "category": "legal-aid", "consentId": "%s", "parts": ["identity"],
                 "status": "requested", "loopClosed": false, "version": 1}""".formatted(referral, client,
                        Tokens.HOUSING,
                        Tokens.LEGAL_AID, UUID.randomUUID(), UUID.randomUUID()));
        Things.await("the referral", () -> !new Database("planning")
                .strings("select 1 from referral_state where id = ?", referral).isEmpty());
        command(supervisor, "approve", 1, "").statusCode(409).body("openReferrals.referralId",
                contains(referral.toString()));
        status("open");
        command(supervisor, "send-back", 1, "{\"reason\": \"A referral was sent\"}").statusCode(200);
        command(both, "complete", 2, "{\"openReferrals\": [\"" + referral + "\"]}").statusCode(200);
        command(supervisor, "approve", 3, "").statusCode(200);
        status("closed");
    }

    private void status(String status) {
        as(both).get("/v1/cases/{id}", caseId).then().statusCode(200).body("status", equalTo(status));
    }

    private ValidatableResponse command(String token, String command, long version, String body) {
        return as(token).header("If-Match", "\"" + version + "\"").body(body)
                .post("/v1/closures/{id}/" + command, closure).then();
    }
}
