package org.alongside.referral.referral;

import static org.alongside.referral.referral.Referrals.INTAKE;
import static org.alongside.referral.referral.Referrals.RECEIVER;
import static org.alongside.referral.referral.Referrals.SENDER;
import static org.alongside.referral.referral.Referrals.as;
import static org.alongside.referral.referral.Referrals.client;
import static org.alongside.referral.referral.Referrals.command;
import static org.alongside.referral.referral.Referrals.read;
import static org.alongside.referral.referral.Referrals.received;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Tokens;
import org.alongside.referral.Directory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** On either side one worker answers for a referral, and may pass that on. */
@QuarkusTest
class AssignTest {

    private UUID next;
    private String referral;

    @BeforeEach
    void aReferralAndAnotherWorker() {
        INTAKE.beat();
        next = Referrals.receivers().get(0);
        referral = received(client(), Directory.TENANT_ADVICE_LINE);
    }

    @Test
    void whoDraftedAndWhoAcceptedAnswerForItUntilTheyPassItOn() {
        UUID worker = UUID.randomUUID();
        String receiver = Tokens.of(Tokens.LEGAL_AID, Role.RECEIVING_WORKER).subject(worker).sign();
        read(SENDER, referral).body("responsible.sender", notNullValue()).body("responsible.receiver", nullValue());
        command(receiver, referral, "accept").body("responsible.receiver", equalTo(worker.toString()));
        command(RECEIVER, referral, "assign", to(next)).statusCode(200).body("status", equalTo("accepted"))
                .body("responsible.receiver", equalTo(next.toString()));
        UUID colleague = Referrals.senders().get(0);
        command(SENDER, referral, "assign", to(colleague)).statusCode(200).body("responsible.sender",
                equalTo(colleague.toString())).body("responsible.receiver", equalTo(next.toString()));
        as(SENDER).get("/v1/referrals/{id}/history", referral).then()
                .body("items.action", contains("draft", "request", "accept", "assign", "assign"))
                .body("items.assignee", contains(null, null, null, next.toString(), colleague.toString()))
                .body("items.side[3]", equalTo("receiver")).body("items.side[4]", equalTo("sender"));
    }

    @Test
    void aSystemThatAcceptsIsNobodyWhoAnswersForIt() {
        command(Tokens.token(Tokens.LEGAL_AID, Role.PARTNER_SYSTEM), referral, "accept").statusCode(200)
                .body("responsible.receiver", nullValue());
    }

    @Test
    void whatIsNotAWorkersIdOrChangesNothingIsRefused() {
        command(RECEIVER, referral, "assign", "{\"worker\": \"Jo in room 4\"}").statusCode(400).body(
                "violations.field", contains("/worker"));
        command(RECEIVER, referral, "assign", "{}").statusCode(400);
        unknown(RECEIVER, UUID.randomUUID());
        unknown(RECEIVER, Referrals.senders().get(0));
        unknown(SENDER, next);
        command(RECEIVER, referral, "assign", to(next)).statusCode(200);
        command(RECEIVER, referral, "assign", to(next)).statusCode(409).body("type",
                equalTo("urn:alongside:problem:conflicting-state"));
        command(Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER), referral, "assign", to(next)).statusCode(403);
        command(Tokens.token(Tokens.HOUSING, Role.RECEIVING_WORKER), referral, "assign", to(next)).statusCode(404);
    }

    @Test
    void aNewcomerTakesItOverAndASystemDoesNot() {
        UUID newcomer = UUID.randomUUID();
        command(Tokens.of(Tokens.LEGAL_AID, Role.RECEIVING_WORKER).subject(newcomer).sign(), referral, "assign",
                to(newcomer)).statusCode(200).body("responsible.receiver", equalTo(newcomer.toString()));
        command(RECEIVER, referral, "assign", to(next)).statusCode(200);
        command(RECEIVER, referral, "assign", to(newcomer)).statusCode(200);
        UUID system = UUID.randomUUID();
        unknown(Tokens.of(Tokens.LEGAL_AID, Role.PARTNER_SYSTEM).subject(system).sign(), system);
    }

    private void unknown(String token, UUID worker) {
        command(token, referral, "assign", to(worker)).statusCode(400).body("violations.field", contains("/worker"))
                .body("violations.code", contains("unknown"));
    }

    private static String to(UUID worker) {
        return "{\"worker\": \"" + worker + "\"}";
    }
}
