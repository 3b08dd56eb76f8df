package org.alongside.referral.referral;

import static org.alongside.referral.referral.Referrals.DATABASE;
import static org.alongside.referral.referral.Referrals.INTAKE;
import static org.alongside.referral.referral.Referrals.RECEIVER;
import static org.alongside.referral.referral.Referrals.SENDER;
import static org.alongside.referral.referral.Referrals.as;
import static org.alongside.referral.referral.Referrals.client;
import static org.alongside.referral.referral.Referrals.command;
import static org.alongside.referral.referral.Referrals.drafted;
import static org.alongside.referral.referral.Referrals.inList;
import static org.alongside.referral.referral.Referrals.read;
import static org.alongside.referral.referral.Referrals.received;
import static org.alongside.referral.referral.Referrals.requested;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Tokens;
import org.alongside.referral.Directory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** What waits for whom, the reminder of what waits too long, and what may be tried next. */
@QuarkusTest
class WorkQueueTest {

    @Inject
    ReferralReminder reminder;

    @Inject
    ReferralExpiry expiry;

    private UUID client;

    @BeforeEach
    void placesAndAClient() {
        INTAKE.beat();
        Directory.places(Directory.EVICTION_DEFENCE, 5);
        client = client();
    }

    @Test
    void whatIsAskedNeedsAnAnswerOfTheReceiverUntilItIsGiven() {
        String referral = received(client, Directory.EVICTION_DEFENCE);
        assertTrue(queued(RECEIVER, "received", "needs-answer", referral));
        assertTrue(queued(SENDER, "sent", "needs-answer", referral));
        assertFalse(queued(RECEIVER, "received", "answer-overdue", referral));
        command(RECEIVER, referral, "accept").statusCode(200);
        assertFalse(queued(RECEIVER, "received", "needs-answer", referral));
        assertTrue(queued(RECEIVER, "received", "needs-outcome", referral));
        assertFalse(queued(SENDER, "sent", "needs-outcome", referral));
        command(RECEIVER, referral, "complete", "{\"providerResult\": \"partly\"}").statusCode(200);
        assertFalse(queued(RECEIVER, "received", "needs-outcome", referral));
        assertTrue(queued(SENDER, "sent", "needs-outcome", referral));
        command(SENDER, referral, "client-view", "{\"result\": \"unknown\"}").statusCode(200);
        assertTrue(queued(SENDER, "sent", "needs-outcome", referral));
        command(SENDER, referral, "client-view", "{\"result\": \"partly\"}").statusCode(200);
        assertFalse(queued(SENDER, "sent", "needs-outcome", referral));
    }

    @Test
    void aDraftNeedsSending() {
        String referral = drafted(client, Directory.EVICTION_DEFENCE);
        assertTrue(queued(SENDER, "sent", "needs-sending", referral));
        assertFalse(queued(SENDER, "sent", "needs-answer", referral));
    }

    @Test
    void anOverdueAnswerIsRemindedOfOnceForEachPromise() throws SQLException {
        String referral = received(client, Directory.EVICTION_DEFENCE);
        String punctual = received(client, Directory.EVICTION_DEFENCE);
        overdue(referral);
        assertTrue(queued(RECEIVER, "received", "answer-overdue", referral));
        assertTrue(queued(SENDER, "sent", "answer-overdue", referral));
        reminder.remind();
        reminder.remind();
        assertEquals(List.of("requested", "reminded"), verbs(referral));
        assertEquals(List.of("requested"), verbs(punctual));
        read(RECEIVER, referral).body("remindedAt", notNullValue()).body("status", equalTo("requested"));
        command(RECEIVER, referral, "waitlist").statusCode(200).body("remindedAt", nullValue());
        overdue(referral);
        reminder.remind();
        assertEquals(List.of("requested", "reminded", "moved", "reminded"), verbs(referral));
    }

    @Test
    void whatNobodyWasRemindedOfDoesNotExpire() throws SQLException {
        String referral = received(client, Directory.EVICTION_DEFENCE);
        DATABASE.run("update referral set respond_by = now() - interval '30 days' where id = ?::uuid", referral);
        expiry.expire();
        read(RECEIVER, referral).body("status", equalTo("requested"));
        reminder.remind();
        expiry.expire();
        read(RECEIVER, referral).body("status", equalTo("requested"));
        DATABASE.run("update referral set reminded_at = now() - interval '25 hours' where id = ?::uuid", referral);
        expiry.expire();
        read(RECEIVER, referral).body("status", equalTo("expired"));
    }

    @Test
    void whatEndedWithoutHelpMayBeTriedElsewhereAndWhatWasTriedIsKnown() {
        String declined = received(client, Directory.EVICTION_DEFENCE);
        read(SENDER, declined).body("allowedActions", not(hasItem("next-match")));
        command(RECEIVER, declined, "decline", "{\"reason\": \"no-capacity\"}").statusCode(200)
                .body("allowedActions", not(hasItem("next-match")));
        read(SENDER, declined).body("allowedActions", contains("next-match", "end-search"));
        assertTrue(queued(SENDER, "sent", "needs-next-match", declined));
        String next = drafted(client, Directory.TENANT_ADVICE_LINE);
        assertFalse(queued(SENDER, "sent", "needs-next-match", declined));
        drafted(client(), Directory.TENANT_ADVICE_LINE);
        as(SENDER).get("/v1/referrals/{id}/tried", declined).then().statusCode(200)
                .body("items.referralId", contains(declined, next))
                .body("items.serviceId", contains(Directory.EVICTION_DEFENCE.toString(),
                        Directory.TENANT_ADVICE_LINE.toString()))
                .body("items.status", contains("declined", "draft"));
        as(SENDER).get("/v1/referrals/{id}/tried?limit=1", declined).then().body("items.referralId",
                contains(declined)).body("next", notNullValue());
        as(RECEIVER).get("/v1/referrals/{id}/tried", declined).then().statusCode(403);
        as(Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER)).get("/v1/referrals/{id}/tried", declined).then()
                .statusCode(404);
    }

    @Test
    void whatTheReceiverGaveUpIsToBeTriedElsewhereAndWhatTheClientGaveUpIsNot() {
        String left = received(client, Directory.EVICTION_DEFENCE);
        command(RECEIVER, left, "accept").statusCode(200);
        command(RECEIVER, left, "cancel", "{\"reason\": \"no-capacity\"}").statusCode(200);
        read(SENDER, left).body("allowedActions", contains("client-view", "next-match", "end-search"));
        assertTrue(queued(SENDER, "sent", "needs-next-match", left));
        UUID other = client();
        String givenUp = received(other, Directory.EVICTION_DEFENCE);
        command(SENDER, givenUp, "cancel", "{\"reason\": \"client-changed-mind\"}").statusCode(200)
                .body("allowedActions", not(hasItem("next-match")));
        assertFalse(queued(SENDER, "sent", "needs-next-match", givenUp));
    }

    @Test
    void whenNobodyElseIsToBeAskedItLeavesTheQueueAndTheHistorySaysWhy() {
        String declined = received(client, Directory.EVICTION_DEFENCE);
        endSearch(SENDER, declined, "tried-all").statusCode(409).body("asked", equalTo("end-search"));
        command(RECEIVER, declined, "decline", "{\"reason\": \"no-capacity\"}").statusCode(200);
        endSearch(RECEIVER, declined, "tried-all").statusCode(403);
        endSearch(SENDER, declined, "not-cooperative").statusCode(400);
        command(SENDER, declined, "end-search", "{}").statusCode(400);
        assertTrue(queued(SENDER, "sent", "needs-next-match", declined));
        endSearch(SENDER, declined, "client-wants-no-other").statusCode(200)
                .body("searchEnded", equalTo("client-wants-no-other")).body("status", equalTo("declined"))
                .body("reason.code", equalTo("no-capacity")).body("allowedActions", hasSize(0));
        assertFalse(queued(SENDER, "sent", "needs-next-match", declined));
        endSearch(SENDER, declined, "met-elsewhere").statusCode(409);
        as(SENDER).get("/v1/referrals/{id}/history", declined).then()
                .body("items.action[-1]", equalTo("end-search")).body("items.from[-1]", equalTo("declined"))
                .body("items.to[-1]", equalTo("declined")).body("items.reason[-1]", equalTo("client-wants-no-other"))
                .body("items.side[-1]", equalTo("sender"));
        read(RECEIVER, declined).body("searchEnded", nullValue());
        assertEquals(List.of("requested", "moved", "changed"), verbs(declined));
    }

    @Test
    void whatIsTriedAfterAllComesIntoTheQueueByItself() {
        String declined = received(client, Directory.EVICTION_DEFENCE);
        command(RECEIVER, declined, "decline", "{\"reason\": \"no-capacity\"}").statusCode(200);
        endSearch(SENDER, declined, "client-wants-no-other").statusCode(200);
        String other = received(client, Directory.TENANT_ADVICE_LINE);
        command(RECEIVER, other, "decline", "{\"reason\": \"not-eligible\"}").statusCode(200);
        assertTrue(queued(SENDER, "sent", "needs-next-match", other));
        assertFalse(queued(SENDER, "sent", "needs-next-match", declined));
    }

    @Test
    void whatWasDraftedByMistakeOrBeforeDoesNotSilenceIt() {
        String declined = received(client, Directory.EVICTION_DEFENCE);
        String mistaken = drafted(client, Directory.TENANT_ADVICE_LINE);
        command(RECEIVER, declined, "decline", "{\"reason\": \"no-capacity\"}").statusCode(200);
        assertFalse(queued(SENDER, "sent", "needs-next-match", declined));
        command(SENDER, mistaken, "enter-in-error").statusCode(200);
        assertTrue(queued(SENDER, "sent", "needs-next-match", declined));
        String given = drafted(client, Directory.TENANT_ADVICE_LINE);
        command(SENDER, given, "cancel", "{\"reason\": \"outside-area\"}").statusCode(200);
        assertFalse(queued(SENDER, "sent", "needs-next-match", declined));
        assertTrue(queued(SENDER, "sent", "needs-next-match", given));
    }

    @Test
    void anUnknownQueueIsNamedAsTheRoleHasThem() {
        as(SENDER).get("/v1/referrals?role=sent&queue=lost").then().statusCode(400)
                .body("violations.field", contains("query:queue"))
                .body("allowed", contains("needs-sending", "needs-answer", "answer-overdue", "needs-outcome",
                        "needs-next-match"));
        as(RECEIVER).get("/v1/referrals?role=received&queue=needs-sending").then().statusCode(400)
                .body("allowed", contains("needs-answer", "answer-overdue", "needs-outcome", "returned"));
    }

    @Test
    void aQueueCanBeNarrowedToAStatus() {
        String asked = requested(client, Directory.EVICTION_DEFENCE);
        assertTrue(inList(SENDER, "role=sent&queue=needs-answer&status=requested", asked));
        assertFalse(inList(SENDER, "role=sent&queue=needs-answer&status=waitlisted", asked));
        assertFalse(inList(SENDER, "role=sent&queue=needs-answer&status=draft", asked));
    }

    private static boolean queued(String token, String role, String queue, String referral) {
        return inList(token, "role=" + role + "&queue=" + queue, referral);
    }

    private static ValidatableResponse endSearch(String token, String referral, String reason) {
        return command(token, referral, "end-search", "{\"reason\": \"" + reason + "\"}");
    }

    private static void overdue(String referral) throws SQLException {
        DATABASE.run("update referral set respond_by = now() - interval '1 second' where id = ?::uuid", referral);
    }

    private static List<String> verbs(String referral) {
        return DATABASE.strings("""
                select split_part(type, '.', 5) from outbox where topic = 'referral.referral.v1' and key = ?
                 order by position""", referral);
    }
}
