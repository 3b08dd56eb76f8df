package org.alongside.referral.referral;

import static org.alongside.referral.referral.Referrals.DATABASE;
import static org.alongside.referral.referral.Referrals.INTAKE;
import static org.alongside.referral.referral.Referrals.RECEIVER;
import static org.alongside.referral.referral.Referrals.SENDER;
import static org.alongside.referral.referral.Referrals.as;
import static org.alongside.referral.referral.Referrals.client;
import static org.alongside.referral.referral.Referrals.command;
import static org.alongside.referral.referral.Referrals.received;
import static org.alongside.referral.referral.Referrals.requested;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

import jakarta.inject.Inject;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Tokens;
import org.alongside.referral.Directory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Every change of a referral stands in its history: who, when, from where to where, why; nobody can change it afterwards. */
@QuarkusTest
class ReferralHistoryTest {

    private static final String COUNT = "select count(*) from referral_history where referral_id = ?::uuid";

    @Inject
    ReferralExpiry expiry;

    @Inject
    ReferralReminder reminder;

    @BeforeEach
    void freshGrants() {
        INTAKE.beat();
    }

    @Test
    void everyChangeHasItsEntryAndBothSidesReadTheSame() {
        String referral = received(client(), Directory.TENANT_ADVICE_LINE);
        command(RECEIVER, referral, "waitlist").statusCode(200);
        command(RECEIVER, referral, "accept").statusCode(200);
        command(SENDER, referral, "client-view", "{\"result\": \"met\", \"words\": \"It is good.\"}").statusCode(200);
        command(RECEIVER, referral, "unsuccessful", "{\"reason\": \"other\", \"text\": \"Nobody was there.\"}")
                .statusCode(200);
        for (String reader : new String[]{SENDER, RECEIVER}) {
            history(reader, referral).statusCode(200)
                    .body("items.action",
                            contains("draft", "request", "waitlist", "accept", "client-view", "unsuccessful"))
                    .body("items.from", contains(null, "draft", "requested", "waitlisted", "accepted", "accepted"))
                    .body("items.to",
                            contains("draft", "requested", "waitlisted", "accepted", "accepted", "unsuccessful"))
                    .body("items.version", contains(0, 1, 2, 3, 4, 5))
                    .body("items.side", contains("sender", "sender", "receiver", "receiver", "sender", "receiver"))
                    .body("items.reason", contains(null, null, null, null, null, "other"))
                    .body("items.agency[3]", equalTo(Tokens.LEGAL_AID.toString()))
                    .body("items.actorKind[0]", equalTo("worker")).body("items.actor", everyItem(notNullValue()))
                    .body("items.at", everyItem(notNullValue())).body("items.clientId", everyItem(nullValue()));
        }
    }

    @Test
    void whatTheServiceItselfDoesStandsInItAsWell() throws SQLException {
        String referral = requested(client(), Directory.EVICTION_DEFENCE);
        DATABASE.run("update referral set respond_by = now() - interval '1 second' where id = ?::uuid", referral);
        reminder.remind();
        DATABASE.run("update referral set reminded_at = now() - interval '25 hours' where id = ?::uuid", referral);
        expiry.expire();
        history(SENDER, referral).body("items.action", contains("draft", "request", "remind", "expire"))
                .body("items.actor[3]", equalTo("system:referral/referral-expiry"))
                .body("items.actorKind[3]", equalTo("system")).body("items.agency[3]", nullValue())
                .body("items.side[2]", equalTo("clock")).body("items.to[3]", equalTo("expired"));
    }

    @Test
    void aRefusedCommandLeavesNoEntry() {
        String referral = received(client(), Directory.TENANT_ADVICE_LINE);
        command(RECEIVER, referral, "start").statusCode(409);
        command(SENDER, referral, "accept").statusCode(403);
        history(SENDER, referral).body("items", hasSize(2));
    }

    @Test
    void itIsReadPageByPage() {
        String referral = requested(client(), Directory.TENANT_ADVICE_LINE);
        String next = as(SENDER).get("/v1/referrals/{id}/history?limit=1", referral).then()
                .body("items.action", contains("draft")).extract().path("next");
        as(SENDER).queryParam("cursor", next).get("/v1/referrals/{id}/history?limit=1", referral).then().statusCode(200)
                .body("items.action", contains("request")).body("next", nullValue());
        String other = requested(client(), Directory.TENANT_ADVICE_LINE);
        as(SENDER).queryParam("cursor", next).get("/v1/referrals/{id}/history?limit=1", other).then().statusCode(400);
    }

    @Test
    void whoDoesNotSeeTheReferralDoesNotSeeItsHistory() throws SQLException {
        String referral = requested(client(), Directory.TENANT_ADVICE_LINE);
        String housing = Tokens.token(Tokens.HOUSING, Role.RECEIVING_WORKER);
        history(RECEIVER, referral).statusCode(404);
        String absent = history(housing, UUID.randomUUID().toString()).statusCode(404).extract().asString();
        assertEquals(absent, history(housing, referral).statusCode(404).extract().asString());
        history(Tokens.token(Tokens.FAMILY_SERVICES, Role.AUDITOR), referral).statusCode(403);
        history("no-token", referral).statusCode(401);
        assertEquals(2, DATABASE.countAs("referral_app", Tokens.FAMILY_SERVICES, COUNT, referral));
        assertEquals(0, DATABASE.countAs("referral_app", Tokens.LEGAL_AID, COUNT, referral));
        assertEquals(0, DATABASE.countAs("referral_app", null, COUNT, referral));
    }

    @Test
    void noLoginOfTheServiceChangesWhatIsWritten() throws SQLException {
        for (String login : new String[]{"referral_app", "referral_system"}) {
            for (String sql : new String[]{"update referral_history set reason = null", "delete from referral_history",
                    "truncate referral_history"}) {
                try (Connection connection = DATABASE.superuser(); Statement statement = connection.createStatement()) {
                    statement.execute("set role " + login);
                    SQLException refusal = assertThrows(SQLException.class, () -> statement.execute(sql), login + sql);
                    assertEquals("42501", refusal.getSQLState(), login + ": " + sql);
                }
            }
        }
    }

    private static ValidatableResponse history(String token, String referral) {
        return as(token).get("/v1/referrals/{id}/history", referral).then();
    }
}
