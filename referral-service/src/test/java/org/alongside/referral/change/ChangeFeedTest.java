package org.alongside.referral.change;

import static org.alongside.referral.referral.Referrals.DATABASE;
import static org.alongside.referral.referral.Referrals.INTAKE;
import static org.alongside.referral.referral.Referrals.RECEIVER;
import static org.alongside.referral.referral.Referrals.SENDER;
import static org.alongside.referral.referral.Referrals.as;
import static org.alongside.referral.referral.Referrals.await;
import static org.alongside.referral.referral.Referrals.client;
import static org.alongside.referral.referral.Referrals.command;
import static org.alongside.referral.referral.Referrals.grant;
import static org.alongside.referral.referral.Referrals.received;
import static org.alongside.referral.referral.Referrals.requested;
import static org.alongside.referral.referral.Referrals.revoke;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Tokens;
import org.alongside.referral.Directory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

/** An agency that follows its feed learns of everything, in an order in which nothing comes too late, and of nobody else's. */
@QuarkusTest
class ChangeFeedTest {

    private static final String SENDING_SYSTEM = Tokens.token(Tokens.FAMILY_SERVICES, Role.PARTNER_SYSTEM);
    private static final String RECEIVING_SYSTEM = Tokens.token(Tokens.LEGAL_AID, Role.PARTNER_SYSTEM);
    private static final String FEED = "/v1/referral-changes";
    private static final int WRITERS = 6;
    private static final int WRITES = 40;
    private static final int ROLLED_BACK_EVERY = 7;

    @Inject
    FeedEnd end;

    private Instant before;

    @BeforeEach
    void theCopyOfGrantsIsFresh() {
        INTAKE.beat();
        before = Instant.now();
    }

    @Test
    void bothSidesLearnOfWhatHappensToAReferral() {
        UUID client = client();
        String referral = received(client, Directory.TENANT_ADVICE_LINE);
        command(RECEIVER, referral, "accept").statusCode(200);
        String message = as(SENDER).body("{\"text\": \"When can she come?\"}")
                .post("/v1/referrals/{id}/messages", referral).then().statusCode(201).extract().path("messageId");

        List<Map<String, Object>> received = awaitChanges(RECEIVING_SYSTEM, referral, 3);
        assertEquals(List.of("referral.shared", "referral.moved", "referral.message_sent"), types(received));
        assertEquals(message, received.get(2).get("messageId"));
        assertEquals(List.of("referral.requested", "referral.moved"), types(awaitChanges(SENDING_SYSTEM, referral, 2)));
        assertEquals(Set.of("changeId", "type", "referralId", "version", "deleted", "occurredAt", "toldAt", "cursor"),
                received.get(1).keySet());
        String version = as(RECEIVER).get("/v1/referrals/{id}", referral).header("ETag");
        assertEquals(version, "\"" + received.get(1).get("version") + "\"");
    }

    @Test
    void theRecipientIsNotToldBeforeItMaySeeTheReferralAndIsToldWhenItMayNoLonger() {
        UUID client = client();
        String referral = requested(client, Directory.TENANT_ADVICE_LINE);
        awaitChanges(SENDING_SYSTEM, referral, 1);
        assertEquals(List.of(), changes(RECEIVING_SYSTEM, referral));
        UUID grant = grant(referral, client);
        assertEquals(List.of("referral.shared"), types(awaitChanges(RECEIVING_SYSTEM, referral, 1)));
        revoke(grant, referral, client);
        List<Map<String, Object>> told = awaitChanges(RECEIVING_SYSTEM, referral, 2);
        assertEquals("referral.withdrawn", told.get(1).get("type"));
        assertEquals(true, told.get(1).get("deleted"));
    }

    @Test
    void ofAnErasedClientAllAreToldThatThereIsNothingAnyMore() {
        UUID client = client();
        String referral = received(client, Directory.TENANT_ADVICE_LINE);
        awaitChanges(RECEIVING_SYSTEM, referral, 1);
        INTAKE.tell("intake.client.v1", client, "org.alongside.intake.client.erased.v1",
                Map.of("erasureId", UUID.randomUUID(), "clientId", client, "homeAgency", Tokens.FAMILY_SERVICES));
        assertEquals("referral.withdrawn", awaitChanges(RECEIVING_SYSTEM, referral, 2).get(1).get("type"));
        assertEquals("referral.withdrawn", awaitChanges(SENDING_SYSTEM, referral, 2).get(1).get("type"));
    }

    /**
     * Six connections write at once, hold what they wrote for a while, and commit or roll back; a reader follows meanwhile. What a reader
     * counts by time or by id of a row would miss those who began early and committed late.
     */
    @Test
    void nothingIsSkippedWhoeverCommitsLate() throws Exception {
        UUID agency = UUID.randomUUID();
        String reader = Tokens.token(agency, Role.PARTNER_SYSTEM);
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<Future<List<String>>> written = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            written.add(writers.submit(() -> write(agency)));
        }
        List<String> read = new ArrayList<>();
        String cursor = null;
        boolean finished = false;
        while (!finished || !cursorIsAtTheEnd(agency, read.size())) {
            finished = written.stream().allMatch(Future::isDone);
            JsonPath page = page(reader, cursor);
            read.addAll(page.getList("items.changeId"));
            cursor = page.getString("next");
        }
        Set<String> expected = new HashSet<>();
        for (Future<List<String>> each : written) {
            expected.addAll(each.get(1, TimeUnit.MINUTES));
        }
        writers.shutdown();
        assertTrue(expected.size() > WRITERS * WRITES / 2, "of " + WRITERS * WRITES + " only " + expected.size());
        assertEquals(expected, new HashSet<>(read));
        assertEquals(read.size(), new HashSet<>(read).size(), "each once");
    }

    private static boolean cursorIsAtTheEnd(UUID agency, int read) {
        return Long.parseLong(DATABASE.strings("select count(*) from referral_change where agency = ?", agency)
                .get(0)) == read;
    }

    private static List<String> write(UUID agency) throws SQLException, InterruptedException {
        List<String> committed = new ArrayList<>();
        for (int i = 0; i < WRITES; i++) {
            try (Connection connection = DATABASE.superuser(); Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                String id = UUID.randomUUID().toString();
                statement.execute(("insert into referral_change (id, agency, referral_id, type, by_grant, noted_at)"
                        + " values ('%s', '%s', gen_random_uuid(), 'referral.moved', false, now())").formatted(id,
                                agency));
                Thread.sleep(ThreadLocalRandom.current().nextInt(30));
                if (i % ROLLED_BACK_EVERY == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                    committed.add(id);
                }
            }
        }
        return committed;
    }

    @Test
    void aCursorGoesOnBehindWhatItWasGivenWithAndAnEmptyPageHasOneToo() {
        UUID client = client();
        String referral = received(client, Directory.TENANT_ADVICE_LINE);
        String seen = (String) awaitChanges(RECEIVING_SYSTEM, referral, 1).get(0).get("cursor");
        String end = page(RECEIVING_SYSTEM, seen).getString("next");
        command(RECEIVER, referral, "accept").statusCode(200);
        awaitChanges(RECEIVING_SYSTEM, referral, 2);
        JsonPath after = page(RECEIVING_SYSTEM, end);
        assertTrue(after.getList("items.type").contains("referral.moved"));
        assertFalse(after.getList("items.cursor").contains(seen));
        as(RECEIVING_SYSTEM).queryParam("cursor", after.getString("next")).get(FEED).then().statusCode(200)
                .body("items", hasSize(0)).body("next", not(equalTo(null)))
                .header("Link", startsWith("</v1/referral-changes?"));
        as(SENDING_SYSTEM).queryParam("cursor", seen).get(FEED).then().statusCode(400)
                .body("violations[0].code", equalTo("invalid-cursor"));
    }

    @Test
    void aTimeBeginsWithWhatWasToldThen() {
        UUID client = client();
        String referral = received(client, Directory.TENANT_ADVICE_LINE);
        Map<String, Object> shared = awaitChanges(RECEIVING_SYSTEM, referral, 1).get(0);
        as(RECEIVING_SYSTEM).queryParam("modifiedAfter", shared.get("toldAt")).get(FEED).then().statusCode(200)
                .body("items[0].changeId", equalTo(shared.get("changeId")));
        as(RECEIVING_SYSTEM).queryParam("modifiedAfter", Instant.now().plusSeconds(60).toString()).get(FEED).then()
                .statusCode(200).body("items", hasSize(0));
        as(RECEIVING_SYSTEM).queryParam("modifiedAfter", "yesterday").get(FEED).then().statusCode(400)
                .body("violations[0].field", equalTo("query:modifiedAfter"));
    }

    @Test
    void linesHoldAnItemEach() {
        UUID client = client();
        String referral = received(client, Directory.TENANT_ADVICE_LINE);
        awaitChanges(RECEIVING_SYSTEM, referral, 1);
        String lines = as(RECEIVING_SYSTEM).accept("application/x-ndjson")
                .queryParam("modifiedAfter", before.toString())
                .get(FEED).then().statusCode(200).contentType(startsWith("application/x-ndjson"))
                .header("Link", startsWith("</v1/referral-changes?")).extract().asString();
        assertTrue(lines.lines().allMatch(line -> JsonPath.from(line).getString("changeId") != null), lines);
        assertTrue(lines.lines().anyMatch(line -> referral.equals(JsonPath.from(line).getString("referralId"))));
    }

    @Test
    void whatIsNoLongerKeptIsSaid() throws SQLException {
        UUID agency = UUID.randomUUID();
        String reader = Tokens.token(agency, Role.PARTNER_SYSTEM);
        for (int i = 0; i < 2; i++) {
            DATABASE.run("""
                    insert into referral_change (id, agency, referral_id, type, by_grant, noted_at)
                    values (gen_random_uuid(), '%s', gen_random_uuid(), 'referral.moved', false, now())"""
                    .formatted(agency));
        }
        await("both", "select 1 from referral_feed where agency = ? and last_position = 2", agency);
        JsonPath first = as(reader).queryParam("limit", 1).get(FEED).then().statusCode(200).extract().jsonPath();
        DATABASE.run(
                "update referral_change set told_at = now() - interval '100 days' where agency = '" + agency + "'");
        DATABASE.run(
                "update referral_feed set last_told_at = now() - interval '100 days' where agency = '" + agency + "'");
        end.deleteOld();
        as(reader).queryParam("cursor", first.getString("next")).get(FEED).then().statusCode(410)
                .body("type", endsWith("changes-not-kept"));
        as(reader).queryParam("modifiedAfter", Instant.now().minusSeconds(200 * 86_400L).toString()).get(FEED).then()
                .statusCode(410);
        as(reader).get(FEED).then().statusCode(200).body("items", hasSize(0));
        as(reader).queryParam("modifiedAfter", before.toString()).get(FEED).then().statusCode(200);
    }

    @Test
    void workersAndOthersAreRefused() {
        as(SENDER).get(FEED).then().statusCode(403);
        as("").get(FEED).then().statusCode(401);
        as(Tokens.token(UUID.randomUUID(), Role.PARTNER_SYSTEM)).get(FEED).then().statusCode(200)
                .body("items", hasSize(0));
    }

    private static List<Map<String, Object>> awaitChanges(String reader, String referral, int count) {
        List<Map<String, Object>> found = new ArrayList<>();
        await(count + " changes of " + referral, () -> {
            found.clear();
            found.addAll(changes(reader, referral));
            return found.size() >= count;
        });
        assertEquals(count, found.size(), () -> "changes: " + found);
        return found;
    }

    private static List<Map<String, Object>> changes(String reader, String referral) {
        List<Map<String, Object>> found = new ArrayList<>();
        String cursor = null;
        List<Map<String, Object>> items;
        do {
            JsonPath page = page(reader, cursor);
            items = page.getList("items");
            items.stream().filter(item -> referral.equals(item.get("referralId"))).forEach(found::add);
            cursor = page.getString("next");
        } while (!items.isEmpty());
        return found;
    }

    private static JsonPath page(String reader, String cursor) {
        var request = as(reader).queryParam("limit", 200);
        ValidatableResponse answer = (cursor == null ? request : request.queryParam("cursor", cursor)).get(FEED).then();
        return answer.statusCode(200).extract().jsonPath();
    }

    private static List<Object> types(List<Map<String, Object>> changes) {
        return changes.stream().map(change -> change.get("type")).toList();
    }
}
