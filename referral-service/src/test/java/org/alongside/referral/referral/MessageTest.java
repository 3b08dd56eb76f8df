package org.alongside.referral.referral;

import static org.alongside.referral.referral.Referrals.DATABASE;
import static org.alongside.referral.referral.Referrals.INTAKE;
import static org.alongside.referral.referral.Referrals.RECEIVER;
import static org.alongside.referral.referral.Referrals.SENDER;
import static org.alongside.referral.referral.Referrals.as;
import static org.alongside.referral.referral.Referrals.client;
import static org.alongside.referral.referral.Referrals.command;
import static org.alongside.referral.referral.Referrals.drafted;
import static org.alongside.referral.referral.Referrals.read;
import static org.alongside.referral.referral.Referrals.received;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Tokens;
import org.alongside.referral.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** The two agencies of a referral write to each other: sealed, seen by nobody else, and as long as both see the referral. */
@QuarkusTest
class MessageTest {

    private static final String COUNT = "select count(*) from referral_message where referral_id = ?::uuid";

    private UUID client;
    private String referral;

    @BeforeEach
    void aReferral() {
        INTAKE.beat();
        client = client();
        referral = received(client, Directory.TENANT_ADVICE_LINE);
    }

    @BeforeEach
    @AfterEach
    void bothChecks() throws SQLException {
        DATABASE.run("alter table referral_message enable row level security");
    }

    @Test
    void bothWriteAndBothReadTheWholeTalk() {
        String first = sent(SENDER, "When can she come?");
        String second = sent(RECEIVER, "On Monday.");
        for (String reader : List.of(SENDER, RECEIVER)) {
            list(reader).statusCode(200).body("items.messageId", contains(first, second))
                    .body("items.text", contains("When can she come?", "On Monday."))
                    .body("items.side", contains("sender", "receiver"))
                    .body("items.agency", contains(Tokens.FAMILY_SERVICES.toString(), Tokens.LEGAL_AID.toString()))
                    .body("items.author[0]", notNullValue()).body("items.sentAt[1]", notNullValue());
            as(reader).get("/v1/referrals/{id}/messages/{message}", referral, second).then().statusCode(200)
                    .body("text", equalTo("On Monday."));
        }
        as(SENDER).get("/v1/referrals/{id}/messages/{message}", received(client, Directory.TENANT_ADVICE_LINE), first)
                .then().statusCode(404);
        String next = as(SENDER).get("/v1/referrals/{id}/messages?limit=1", referral).then()
                .body("items.messageId", contains(first)).extract().path("next");
        as(SENDER).queryParam("cursor", next).get("/v1/referrals/{id}/messages?limit=1", referral).then()
                .body("items.messageId", contains(second)).body("next", nullValue());
    }

    @Test
    void theEventHasIdsAndNoWordsAndTheDatabaseNoneThatCouldBeRead() {
        String mark = UUID.randomUUID().toString();
        String message = sent(RECEIVER, "Words " + mark);
        List<String> events = DATABASE.strings("""
                select convert_from(payload, 'UTF8') from outbox where topic = 'referral.message.v1' and key = ?""",
                referral);
        assertEquals(1, events.size());
        assertTrue(events.get(0).contains(message) && events.get(0).contains("\"to\":\"" + Tokens.FAMILY_SERVICES));
        String hex = HexFormat.of().formatHex(mark.getBytes(StandardCharsets.UTF_8));
        for (String table : DATABASE.strings("select tablename from pg_tables where schemaname = 'public'")) {
            assertEquals(List.of(), DATABASE.strings(
                    "select 1 from \"" + table + "\" t where t::text ilike ? or t::text ilike ?", "%" + mark + "%",
                    "%" + hex + "%"), table);
        }
    }

    @Test
    void aRepeatedRequestIsOneMessage() {
        String key = UUID.randomUUID().toString();
        String first = withKey(key, "Once.").statusCode(201).extract().path("messageId");
        assertEquals(first, withKey(key, "Once.").statusCode(201).extract().path("messageId"));
        withKey(key, "Twice.").statusCode(422);
        list(SENDER).body("items", hasSize(1));
    }

    @Test
    void itIsPossibleFromTheSendingToTheEnd() {
        String draft = drafted(client, Directory.TENANT_ADVICE_LINE);
        write(SENDER, draft, "Too early.").statusCode(409).body("asked", equalTo("message"));
        read(SENDER, referral).body("allowedActions", hasItem("message"));
        sent(SENDER, "In time.");
        command(RECEIVER, referral, "decline", "{\"reason\": \"no-funds\"}").statusCode(200);
        write(SENDER, referral, "Too late.").statusCode(409).body("present", equalTo("declined"));
        list(RECEIVER).statusCode(200).body("items.text", contains("In time."));
    }

    @Test
    void nobodyElseReadsOrWritesAndNeitherDoesWhoHasOnlyTheFactLeft() throws SQLException {
        sent(SENDER, "Between us.");
        String housing = Tokens.token(Tokens.HOUSING, Role.RECEIVING_WORKER);
        as(housing).get("/v1/referrals/{id}/messages", referral).then().statusCode(404);
        write(housing, referral, "Hello.").statusCode(404);
        write(Tokens.token(Tokens.FAMILY_SERVICES, Role.RECEIVING_WORKER), referral, "Wrong side.").statusCode(403);
        write(Tokens.token(Tokens.FAMILY_SERVICES, Role.SUPERVISOR), referral, "Wrong role.").statusCode(403);
        write("no-token", referral, "Nobody.").statusCode(401);
        assertEquals(1, DATABASE.countAs("referral_app", Tokens.LEGAL_AID, COUNT, referral));
        assertEquals(0, DATABASE.countAs("referral_app", Tokens.HOUSING, COUNT, referral));

        String consent = read(SENDER, referral).extract().path("consentId");
        Referrals.tellConsent(UUID.fromString(consent), client, "revoked", 2, Map.of());
        Referrals.await("the end", () -> list(RECEIVER).extract().statusCode() == 404);
        assertEquals(0, DATABASE.countAs("referral_app", Tokens.LEGAL_AID, COUNT, referral));
        DATABASE.run("alter table referral_message disable row level security");
        String answer = list(RECEIVER).statusCode(404).extract().asString();
        assertFalse(answer.contains("Between us."));
        list(SENDER).statusCode(200).body("items.text", contains("Between us."));
    }

    @Test
    void whatIsEmptyOrTooLongIsRefusedByField() {
        write(SENDER, referral, " ").statusCode(400).body("violations.field", contains("/text"));
        write(SENDER, referral, "x".repeat(4001)).statusCode(400).body("violations.field", contains("/text"));
        list(SENDER).body("items", hasSize(0));
    }

    @Test
    void whatWasWrittenStays() throws SQLException {
        for (String sql : List.of("update referral_message set side = 'sender'", "delete from referral_message")) {
            try (Connection connection = DATABASE.superuser(); Statement statement = connection.createStatement()) {
                statement.execute("set role referral_app");
                assertEquals("42501",
                        assertThrows(SQLException.class, () -> statement.execute(sql)).getSQLState());
            }
        }
    }

    private String sent(String token, String text) {
        return write(token, referral, text).statusCode(201).extract().path("messageId");
    }

    private ValidatableResponse withKey(String key, String text) {
        return as(SENDER).header("Idempotency-Key", key).body(Map.of("text", text))
                .post("/v1/referrals/{id}/messages", referral).then();
    }

    private static ValidatableResponse write(String token, String referral, String text) {
        return as(token).body(Map.of("text", text)).post("/v1/referrals/{id}/messages", referral).then();
    }

    private ValidatableResponse list(String token) {
        return as(token).get("/v1/referrals/{id}/messages", referral).then();
    }
}
