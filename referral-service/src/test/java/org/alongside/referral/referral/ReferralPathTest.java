package org.alongside.referral.referral;

import static org.alongside.referral.referral.Referrals.DATABASE;
import static org.alongside.referral.referral.Referrals.INTAKE;
import static org.alongside.referral.referral.Referrals.RECEIVER;
import static org.alongside.referral.referral.Referrals.SENDER;
import static org.alongside.referral.referral.Referrals.as;
import static org.alongside.referral.referral.Referrals.body;
import static org.alongside.referral.referral.Referrals.client;
import static org.alongside.referral.referral.Referrals.command;
import static org.alongside.referral.referral.Referrals.consent;
import static org.alongside.referral.referral.Referrals.drafted;
import static org.alongside.referral.referral.Referrals.read;
import static org.alongside.referral.referral.Referrals.received;
import static org.alongside.referral.referral.Referrals.requested;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Tokens;
import org.alongside.referral.Directory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** A referral from the draft to the closed loop, with what can go wrong on the way. */
@QuarkusTest
class ReferralPathTest {

    @Inject
    ReferralExpiry expiry;

    private UUID client;

    @BeforeEach
    void placesAndAClient() {
        INTAKE.beat();
        Directory.places(Directory.EVICTION_DEFENCE, 3);
        client = client();
    }

    @Test
    void theWholePathFromDraftToClosedLoop() {
        UUID consent = consent(client, Map.of());
        String referral = drafted(client, Directory.EVICTION_DEFENCE);
        read(SENDER, referral).statusCode(200).header("ETag", "\"0\"").body("status", equalTo("draft"))
                .body("parts", hasItems("identity", "contact", "referral"))
                .body("allowedActions", contains("request", "cancel", "enter-in-error", "assign"))
                .body("message", equalTo("Please help with the notice."));

        command(SENDER, referral, "request").statusCode(200).body("status", equalTo("requested"))
                .body("fhirTaskStatus", equalTo("requested")).body("consentId", equalTo(consent.toString()))
                .body("respondBy", notNullValue());
        Referrals.grant(referral, client);
        Referrals.await("the referral at the recipient", () -> read(RECEIVER, referral).extract().statusCode() == 200);
        read(RECEIVER, referral).body("message", equalTo("Please help with the notice."))
                .body("allowedActions", contains("accept", "decline", "waitlist", "cancel", "assign", "message"));

        command(RECEIVER, referral, "accept").statusCode(200).body("status", equalTo("accepted"));
        assertEquals(2, Directory.places(Directory.EVICTION_DEFENCE));
        command(RECEIVER, referral, "schedule", Referrals.appointment(3)).statusCode(200)
                .body("status", equalTo("scheduled")).body("fhirTaskStatus", equalTo("accepted"))
                .body("appointment.timeZone", equalTo("Europe/Vienna"));
        command(RECEIVER, referral, "accept").statusCode(200).body("appointment", nullValue());
        assertEquals(2, Directory.places(Directory.EVICTION_DEFENCE),
                "taking back an appointment takes no second place");
        command(RECEIVER, referral, "start").statusCode(200).body("status", equalTo("in-progress"));
        command(RECEIVER, referral, "hold").statusCode(200).body("status", equalTo("on-hold"));
        command(RECEIVER, referral, "start").statusCode(409);
        command(RECEIVER, referral, "resume").statusCode(200);
        command(RECEIVER, referral, "complete", "{\"providerResult\": \"service-given\"}").statusCode(200)
                .body("status", equalTo("completed")).body("loopClosed", equalTo(false));
        assertEquals(3, Directory.places(Directory.EVICTION_DEFENCE));

        command(SENDER, referral, "client-view", "{\"result\": \"unknown\"}").statusCode(200)
                .body("loopClosed", equalTo(false));
        command(SENDER, referral, "client-view", "{\"result\": \"met\", \"words\": \"We could stay.\"}").statusCode(200)
                .body("loopClosed", equalTo(true)).body("clientView.words", equalTo("We could stay."))
                .body("clientView.recordedBy", notNullValue());
        read(RECEIVER, referral).body("clientView.result", equalTo("met")).body("clientView.words", nullValue())
                .body("loopClosed", equalTo(true));
        assertEquals(List.of("requested", "moved", "moved", "moved", "moved", "moved", "moved", "moved",
                "client-view-recorded", "client-view-recorded"), eventVerbs(referral));
    }

    @Test
    void theClientsViewWaitsForAcceptanceAndIsTheSenders() {
        String referral = received(client, Directory.TENANT_ADVICE_LINE);
        command(SENDER, referral, "client-view", "{\"result\": \"met\"}").statusCode(409);
        command(RECEIVER, referral, "accept").statusCode(200);
        command(Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER), referral, "client-view", "{\"result\": \"met\"}")
                .statusCode(403);
        command(SENDER, referral, "client-view", "{\"result\": \"not-met\"}").statusCode(200);
        command(RECEIVER, referral, "unsuccessful", "{\"reason\": \"did-not-come\"}").statusCode(200)
                .body("providerResult", equalTo("none")).body("loopClosed", equalTo(true));
    }

    @Test
    void aReasonIsCodedAndOtherIsExplained() {
        String referral = received(client, Directory.TENANT_ADVICE_LINE);
        command(RECEIVER, referral, "decline", "{\"reason\": \"lazy\"}").statusCode(400)
                .body("type", equalTo("urn:alongside:problem:unknown-code")).body("allowed", hasItem("did-not-come"));
        for (String token : new String[]{SENDER, RECEIVER}) {
            command(token, referral, "cancel", "{\"reason\": \"consent-ended\"}").statusCode(400)
                    .body("type", equalTo("urn:alongside:problem:unknown-code"))
                    .body("allowed", not(hasItem("consent-ended")));
        }
        read(RECEIVER, referral).body("status", equalTo("requested")).body("clientId", equalTo(client.toString()));
        command(RECEIVER, referral, "decline", "{}").statusCode(400).body("violations.field", hasItem("/reason"));
        command(RECEIVER, referral, "decline", "{\"reason\": \"other\"}").statusCode(400);
        command(RECEIVER, referral, "decline", "{\"reason\": \"other\", \"text\": \"We moved.\"}").statusCode(200)
                .body("status", equalTo("declined")).body("reason.code", equalTo("other"))
                .body("reason.text", equalTo("We moved.")).body("allowedActions", hasSize(0));
        read(SENDER, referral).body("reason.text", equalTo("We moved."));
    }

    @Test
    void eachSideHasItsCommandsAndNoOther() {
        String referral = received(client, Directory.TENANT_ADVICE_LINE);
        String senderWithAllRoles = Tokens.token(Tokens.FAMILY_SERVICES, Role.REFERRAL_COORDINATOR,
                Role.RECEIVING_WORKER);
        String receiverWithAllRoles = Tokens.token(Tokens.LEGAL_AID, Role.REFERRAL_COORDINATOR, Role.RECEIVING_WORKER);
        command(senderWithAllRoles, referral, "accept").statusCode(403)
                .body("type", equalTo("urn:alongside:problem:not-permitted")).body("detail", containsString("sender"));
        command(receiverWithAllRoles, referral, "enter-in-error").statusCode(403).body("detail",
                containsString("receiver"));
        String senderWithReceiversRole = Tokens.token(Tokens.FAMILY_SERVICES, Role.RECEIVING_WORKER);
        command(senderWithReceiversRole, referral, "cancel", "{\"reason\": \"duplicate\"}").statusCode(403).body(
                "detail",
                containsString("referral-coordinator"));
        command(SENDER, referral, "accept").statusCode(403);
        command(RECEIVER, referral, "request").statusCode(403);
        read(SENDER, referral).body("status", equalTo("requested"));
        read(Tokens.token(Tokens.FAMILY_SERVICES, Role.SUPERVISOR), referral).statusCode(200).body("allowedActions",
                hasSize(0));
        read(Tokens.token(Tokens.FAMILY_SERVICES, Role.AUDITOR), referral).statusCode(403);
        command(RECEIVER, referral, "cancel", "{\"reason\": \"could-not-be-reached\"}").statusCode(200);
        command(SENDER, referral, "cancel", "{\"reason\": \"duplicate\"}").statusCode(409)
                .body("present", equalTo("cancelled")).body("allowed", contains("next-match", "end-search"));
    }

    @Test
    void aCommandNeedsThePresentVersion() {
        consent(client, Map.of());
        String referral = drafted(client, Directory.TENANT_ADVICE_LINE);
        as(SENDER).post("/v1/referrals/{id}/request", referral).then().statusCode(428);
        as(SENDER).header("If-Match", "\"5\"").post("/v1/referrals/{id}/request", referral).then().statusCode(412);
        as(SENDER).header("If-Match", "\"0\"").post("/v1/referrals/{id}/request", referral).then().statusCode(200)
                .header("ETag", "\"1\"");
        command(SENDER, referral, "request").statusCode(409).body("present", equalTo("requested"))
                .body("asked", equalTo("request"))
                .body("allowed", contains("cancel", "enter-in-error", "assign", "message"));
    }

    @Test
    void badInputIsNamedAndNothingIsWritten() {
        long before = count();
        refused(body(client, Directory.WILLS_AT_HOME, "x"), "invalid-input").body("violations.code",
                hasItem("inactive"));
        refused(body(client, Directory.PANTRY, "x"), "invalid-input").body("violations.code", hasItem("off-suite"));
        refused(body(client, Directory.EMERGENCY_FUND, "x"), "invalid-input").body("violations.code",
                hasItem("own-agency"));
        refused(body(client, UUID.randomUUID(), "x"), "invalid-input").body("violations.field", hasItem("/serviceId"));
        refused(body(client, Directory.EVICTION_DEFENCE, "x").replace("legal-aid", "weather"), "unknown-code")
                .body("violations.field", hasItem("/category"));
        refused(body(client, Directory.EVICTION_DEFENCE, "x").replace("soon", "sometime"), "unknown-code")
                .body("violations.field", hasItem("/urgency"));
        refused(body(client, Directory.EVICTION_DEFENCE, "x").replace("\"category\"", "\"planet\": 1, \"category\""),
                "unknown-field").body("violations.field", hasItem("/planet"));
        refused(withParts("[\"identity\"]"), "invalid-input").body("violations.code", hasItem("referral-missing"));
        refused(withParts("[\"referral\", \"consent\"]"), "invalid-input").body("violations.code",
                hasItem("not-shareable"));
        refused(body(client, Directory.EVICTION_DEFENCE, "x".repeat(4001)), "invalid-input").body("violations.field",
                hasItem("/message"));
        assertEquals(before, count());
    }

    @Test
    void anUnknownClientOrOneOfAnotherAgencyIsNotThere() {
        String coordinator = Tokens.token(Tokens.HOUSING, Role.REFERRAL_COORDINATOR);
        String foreign = as(coordinator).body(body(client, Directory.EVICTION_DEFENCE, "x")).post("/v1/referrals")
                .then()
                .statusCode(404).extract().asString();
        String unknown = as(coordinator).body(body(UUID.randomUUID(), Directory.EVICTION_DEFENCE, "x"))
                .post("/v1/referrals")
                .then().statusCode(404).extract().asString();
        assertEquals(unknown, foreign);
        as(Tokens.token(Tokens.FAMILY_SERVICES, Role.INTAKE_WORKER)).body(body(client, Directory.EVICTION_DEFENCE, "x"))
                .post("/v1/referrals").then().statusCode(403);
        as("no-token").body("{}").post("/v1/referrals").then().statusCode(401);
    }

    @Test
    void aRepeatedDraftWithItsKeyIsOneReferral() {
        String body = body(client, Directory.EVICTION_DEFENCE, "Once.");
        String key = UUID.randomUUID().toString();
        String first = withKey(key, body).statusCode(201).extract().path("referralId");
        assertEquals(first, withKey(key, body).statusCode(201).extract().path("referralId"));
        withKey(key, body(client, Directory.EVICTION_DEFENCE, "Twice.")).statusCode(422);
    }

    @Test
    void anAgencyListsWhatItSentAndWhatItReceived() {
        String first = received(client, Directory.TENANT_ADVICE_LINE);
        String second = drafted(client, Directory.TENANT_ADVICE_LINE);
        assertTrue(all(SENDER, "sent", null).containsAll(List.of(first, second)));
        assertTrue(all(SENDER, "sent", "draft").contains(second));
        assertTrue(!all(SENDER, "sent", "draft").contains(first));
        assertTrue(all(RECEIVER, "received", null).contains(first));
        assertTrue(!all(RECEIVER, "received", null).contains(second));
        assertEquals(List.of(), all(Tokens.token(Tokens.OVERSIGHT, Role.RECEIVING_WORKER), "received", null));
        as(SENDER).get("/v1/referrals?role=lost").then().statusCode(400).body("violations.field",
                hasItem("query:role"));
        as(SENDER).get("/v1/referrals?role=sent&status=lost").then().statusCode(400).body("allowed",
                hasItem("on-hold"));
        as(SENDER).get("/v1/referrals").then().statusCode(400).body("violations.field", hasItem("query:role"));
        String cursor = as(SENDER).get("/v1/referrals?role=sent&limit=1").then().statusCode(200)
                .body("items", hasSize(1))
                .extract().path("next");
        as(SENDER).queryParam("cursor", cursor).get("/v1/referrals?role=received&limit=1").then().statusCode(400);
    }

    @Test
    void whatIsNotAnsweredInThePromisedTimeExpires() throws Exception {
        String overdue = requested(client, Directory.EVICTION_DEFENCE);
        String waiting = requested(client, Directory.EVICTION_DEFENCE);
        DATABASE.run("update referral set reminded_at = now() - interval '25 hours' where id = ?::uuid", overdue);
        expiry.expire();
        read(SENDER, overdue).body("status", equalTo("expired")).body("fhirTaskStatus", equalTo("cancelled"))
                .body("endedAt", notNullValue());
        read(SENDER, waiting).body("status", equalTo("requested"));
        assertEquals(List.of("requested", "moved"), eventVerbs(overdue));
    }

    @Test
    void theClockPassesOverWhatAnotherInstanceHolds() throws Exception {
        String held = requested(client, Directory.EVICTION_DEFENCE);
        String free = requested(client, Directory.EVICTION_DEFENCE);
        try (Connection other = DATABASE.superuser(); Statement sql = other.createStatement()) {
            sql.execute("update referral set reminded_at = now() - interval '25 hours' where id in ('%s', '%s')"
                    .formatted(held,
                            free));
            other.setAutoCommit(false);
            sql.execute("select 1 from referral where id = '%s' for update".formatted(held));
            expiry.expire();
            read(SENDER, free).body("status", equalTo("expired"));
            read(SENDER, held).body("status", equalTo("requested"));
            other.rollback();
        }
        expiry.expire();
        read(SENDER, held).body("status", equalTo("expired"));
    }

    @Test
    void waitingIsAnAnswerAndTheNextIsDueAfterTheSameTime() throws Exception {
        String referral = received(client, Directory.EVICTION_DEFENCE);
        DATABASE.run("update referral set respond_by = now() + interval '1 minute' where id = ?::uuid", referral);
        String respondBy = command(RECEIVER, referral, "waitlist").statusCode(200).body("status", equalTo("waitlisted"))
                .body("fhirTaskStatus", equalTo("on-hold")).extract().path("respondBy");
        assertTrue(Instant.parse(respondBy).isAfter(Instant.now().plus(Duration.ofHours(23))), respondBy);
    }

    @Test
    void aReferralWhoseConsentDidNotHoldEndsAndTheSenderSeesWhy() {
        String answered = received(client, Directory.TENANT_ADVICE_LINE);
        command(RECEIVER, answered, "accept").statusCode(200);
        String referral = drafted(client, Directory.TENANT_ADVICE_LINE);
        String consent = command(SENDER, referral, "request").statusCode(200).extract().path("consentId");
        tellRefused(answered, consent);
        tellRefused(referral, consent);
        Referrals.await("the end of the referral",
                () -> "cancelled".equals(read(SENDER, referral).extract().<String>path("status")));
        read(SENDER, referral).body("reason.code", equalTo("consent-ended"))
                .body("allowedActions", contains("next-match", "end-search"));
        assertEquals(List.of("requested", "moved"), eventVerbs(referral));
        read(SENDER, answered).body("status", equalTo("accepted"));
    }

    @Test
    void nothingThatPeopleWroteIsReadableInTheDatabase() {
        String mark = UUID.randomUUID().toString();
        consent(client, Map.of());
        String referral = as(SENDER).body(body(client, Directory.TENANT_ADVICE_LINE, "Message " + mark))
                .post("/v1/referrals")
                .then().statusCode(201).extract().path("referralId");
        command(SENDER, referral, "request").statusCode(200);
        Referrals.grant(referral, client);
        Referrals.await("the referral at the recipient", () -> read(RECEIVER, referral).extract().statusCode() == 200);
        command(RECEIVER, referral, "accept").statusCode(200);
        command(SENDER, referral, "client-view", "{\"result\": \"partly\", \"words\": \"Words " + mark + "\"}")
                .statusCode(200);
        command(RECEIVER, referral, "unsuccessful", "{\"reason\": \"other\", \"text\": \"Text " + mark + "\"}")
                .statusCode(200)
                .body("message", equalTo("Message " + mark));
        read(SENDER, referral).body("clientView.words", equalTo("Words " + mark));
        String hex = HexFormat.of().formatHex(mark.getBytes(StandardCharsets.UTF_8));
        for (String table : DATABASE.strings("select tablename from pg_tables where schemaname = 'public'")) {
            List<String> hits = DATABASE.strings(
                    "select 1 from \"" + table + "\" t where t::text ilike ? or t::text ilike ?",
                    "%" + mark + "%", "%" + hex + "%");
            assertTrue(hits.isEmpty(), "The planted words are readable in table " + table);
        }
    }

    private void tellRefused(String referral, String consent) {
        INTAKE.tell("intake.consent.v1", UUID.fromString(consent), "org.alongside.intake.consent.referral-refused.v1",
                Map.of("referralId", referral, "consentId", consent, "clientId", client, "homeAgency",
                        Tokens.FAMILY_SERVICES, "reason", "consent-not-active"));
    }

    private String withParts(String parts) {
        return body(client, Directory.EVICTION_DEFENCE, "x").replace("\"category\"",
                "\"parts\": " + parts + ", \"category\"");
    }

    private ValidatableResponse refused(String body, String problem) {
        return as(SENDER).body(body).post("/v1/referrals").then().statusCode(400)
                .body("type", equalTo("urn:alongside:problem:" + problem));
    }

    private static ValidatableResponse withKey(String key, String body) {
        return as(SENDER).header("Idempotency-Key", key).body(body).post("/v1/referrals").then();
    }

    private static List<String> all(String token, String role, String status) {
        List<String> ids = new ArrayList<>();
        String cursor = null;
        do {
            var request = as(token).queryParam("role", role).queryParam("limit", 50);
            request = status == null ? request : request.queryParam("status", status);
            request = cursor == null ? request : request.queryParam("cursor", cursor);
            var page = request.get("/v1/referrals").then().statusCode(200).extract();
            ids.addAll(page.<List<String>>path("items.referralId"));
            cursor = page.path("next");
        } while (cursor != null);
        return ids;
    }

    private static long count() {
        return DATABASE.strings("select id::text from referral").size();
    }

    private static List<String> eventVerbs(String referral) {
        return DATABASE.strings(
                """
                select split_part(type, '.', 5) from outbox where topic = 'referral.referral.v1' and key = ? order by position""",
                referral);
    }
}
