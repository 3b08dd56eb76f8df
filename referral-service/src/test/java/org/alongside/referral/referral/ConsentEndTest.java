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
import static org.alongside.referral.referral.Referrals.tellConsent;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Tokens;
import org.alongside.referral.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** The client takes the consent back: the referral ends, wherever it stands, and its recipient keeps the bare fact of it. */
@QuarkusTest
class ConsentEndTest {

    private static final String COUNT = "select count(*) from referral where id = ?::uuid";

    private UUID client;

    @BeforeEach
    void placesAndAClient() {
        INTAKE.beat();
        Directory.places(Directory.EVICTION_DEFENCE, 5);
        client = client();
    }

    @BeforeEach
    @AfterEach
    void bothChecks() throws SQLException {
        DATABASE.run("alter table referral enable row level security");
    }

    @Test
    void itEndsFromEveryStatusAndGivesThePlaceBack() {
        Map<String, List<String>> ways = Map.of("requested", List.of(), "waitlisted", List.of("waitlist"), "accepted",
                List.of("accept"), "scheduled", List.of("accept", "schedule"), "in-progress",
                List.of("accept", "start"), "on-hold", List.of("accept", "hold"));
        ways.forEach((status, commands) -> {
            String referral = received(client, Directory.EVICTION_DEFENCE);
            commands.forEach(each -> command(RECEIVER, referral, each,
                    each.equals("schedule") ? Referrals.appointment(3) : "").statusCode(200));
            read(SENDER, referral).body("status", equalTo(status));
            end(referral, "revoked");
            assertEquals(5, Directory.places(Directory.EVICTION_DEFENCE), status);
            read(SENDER, referral).body("reason.code", equalTo("consent-ended")).body("endedAt", notNullValue())
                    .body("message", equalTo("Please help with the notice."))
                    .body("clientId", equalTo(client.toString()));
        });
    }

    @Test
    void aConsentWhoseTimeIsOverEndsItAsWell() {
        String referral = received(client, Directory.EVICTION_DEFENCE);
        end(referral, "expired");
        read(RECEIVER, referral).body("clientId", nullValue()).body("status", equalTo("cancelled"));
    }

    @Test
    void whatHadEndedBeforeStaysAsItWas() {
        String ended = received(client, Directory.EVICTION_DEFENCE);
        command(RECEIVER, ended, "decline", "{\"reason\": \"no-funds\"}").statusCode(200);
        String consent = read(SENDER, ended).extract().path("consentId");
        tellConsent(UUID.fromString(consent), client, "revoked", 2, Map.of());
        read(SENDER, ended).body("status", equalTo("declined")).body("reason.code", equalTo("no-funds"));
    }

    @Test
    void theRecipientKeepsTheFactAloneThoughTheEndOfItsGrantHasNotArrived() {
        String referral = accepted();
        end(referral, "revoked");
        onlyTheFactIsLeft(referral);
    }

    @Test
    void theRecipientKeepsTheFactAloneThoughTheEndOfTheConsentHasNotArrived() {
        String referral = received(client, Directory.EVICTION_DEFENCE);
        UUID grant = UUID.fromString(DATABASE
                .strings("select id::text from access_grant where basis_id = ?::uuid", referral).get(0));
        Referrals.revoke(grant, referral, client);
        Referrals.await("the revocation", () -> read(RECEIVER, referral).extract().path("clientId") == null);
        noClientData(read(RECEIVER, referral).statusCode(200).body("status", equalTo("requested")));
        command(RECEIVER, referral, "accept").statusCode(409).body("present", equalTo("requested")).body("allowed",
                hasSize(0));
        command(Tokens.token(Tokens.LEGAL_AID, Role.REFERRAL_COORDINATOR), referral, "enter-in-error").statusCode(403);
        read(SENDER, referral).body("status", equalTo("requested"));
    }

    @Test
    void theApplicationKeepsItClosedWithoutRowLevelSecurity() throws SQLException {
        String referral = accepted();
        end(referral, "revoked");
        DATABASE.run("alter table referral disable row level security");
        onlyTheFactIsLeft(referral);
    }

    @Test
    void rowLevelSecurityKeepsItClosedWithoutTheApplication() throws SQLException {
        String referral = accepted();
        assertEquals(1, DATABASE.countAs("referral_app", Tokens.LEGAL_AID, COUNT, referral));
        end(referral, "revoked");
        assertEquals(0, DATABASE.countAs("referral_app", Tokens.LEGAL_AID, COUNT, referral));
        String fact = "select count(*) from referral_fact where id = ?::uuid";
        assertEquals(1, DATABASE.countAs("referral_app", Tokens.LEGAL_AID, fact, referral));
        assertEquals(0, DATABASE.countAs("referral_app", Tokens.HOUSING, fact, referral));
        assertEquals(0, DATABASE.countAs("referral_app", Tokens.FAMILY_SERVICES, fact, referral));
        assertEquals(0, DATABASE.countAs("referral_app", null, fact, referral));
        assertEquals(List.of(), DATABASE.strings("""
                select column_name from information_schema.columns where table_name = 'referral_fact'
                   and column_name in ('client_id', 'home_agency', 'need_id', 'message', 'reason_text', 'client_words',
                                       'client_result', 'consent_id', 'bundle_id', 'parts')"""));
    }

    @Test
    void theFactIsKeptFromOthersByTheViewByThePolicyBehindItAndByTheApplication() throws SQLException {
        String referral = accepted();
        end(referral, "revoked");
        String housing = Tokens.token(Tokens.HOUSING, Role.RECEIVING_WORKER);
        String shown = "select count(*) from referral_fact where id = ?::uuid";
        String view = "create or replace view referral_fact with (security_barrier) as ";
        String bounded = DATABASE.strings("select pg_get_viewdef('referral_fact'::regclass)").get(0);
        DATABASE.run("alter table referral disable row level security");
        assertEquals(0, DATABASE.countAs("referral_app", Tokens.HOUSING, shown, referral));
        DATABASE.run(view + bounded.substring(0, bounded.indexOf("WHERE")));
        try {
            assertEquals(1, DATABASE.countAs("referral_app", Tokens.HOUSING, shown, referral));
            read(housing, referral).statusCode(404);
            as(housing).get("/v1/referrals/{id}/history", referral).then().statusCode(404);
            command(housing, referral, "cancel", "{\"reason\": \"duplicate\"}").statusCode(404);
            DATABASE.run("alter table referral enable row level security");
            assertEquals(0, DATABASE.countAs("referral_app", Tokens.HOUSING, shown, referral));
        } finally {
            DATABASE.run(view + bounded);
        }
    }

    @Test
    void readingTheFactIsAnAccessThatNamesTheReferralAndNoClient() {
        String referral = accepted();
        end(referral, "revoked");
        String access = read(RECEIVER, referral).extract().header("Alongside-Access-Id");
        List<String> events = DATABASE.strings("""
                select convert_from(payload, 'UTF8') from outbox where topic = 'audit.access.v1'
                   and convert_from(payload, 'UTF8') like ?""", "%\"access\":\"" + access + "\"%");
        assertEquals(1, events.size());
        String event = events.get(0);
        assertTrue(event.contains("\"op\":\"referral.read\"") && event.contains("\"basisId\":\"" + referral + "\"")
                && event.contains("{\"type\":\"referral\",\"id\":\"" + referral + "\"")
                && event.contains("\"basis\":\"referral-fact\""), event);
        assertFalse(event.contains(client.toString()) || event.contains("\"client\""), event);
    }

    @Test
    void whatHindersTheEndOfOneReferralHindersNeitherTheOthersNorThatItIsClosedAndItEndsLater() throws SQLException {
        List<String> under = underOneConsent(3);
        String held = under.get(0);
        UUID consent = UUID.fromString(read(SENDER, held).extract().path("consentId"));
        DATABASE.run("""
                create or replace function keep_as_it_is() returns trigger language plpgsql as
                $$ begin raise exception 'kept as it is'; end $$""");
        DATABASE.run("create trigger held before update on referral for each row when (old.id = '" + held
                + "') execute function keep_as_it_is()");
        try {
            tellConsent(consent, client, "revoked", 2, Map.of());
            closedThoughItGoesOn(held);
            under.subList(1, 3).forEach(ConsentEndTest::ends);
            DATABASE.run("alter table referral disable row level security");
            closedThoughItGoesOn(held);
            DATABASE.run("alter table referral enable row level security");
            assertEquals(0, DATABASE.countAs("referral_app", Tokens.LEGAL_AID, COUNT, held));
        } finally {
            DATABASE.run("drop trigger held on referral");
        }
        ends(held);
        Referrals.await("the consent to be settled", "select 1 from consent where id = ? and settled", consent);
    }

    /** Received, and sent under the only consent that there is. */
    private List<String> underOneConsent(int many) {
        String first = received(client, Directory.EVICTION_DEFENCE);
        return Stream.iterate(first, each -> {
            String next = drafted(client, Directory.EVICTION_DEFENCE);
            command(SENDER, next, "request").statusCode(200);
            Referrals.grant(next, client);
            return next;
        }).limit(many).toList();
    }

    private void closedThoughItGoesOn(String referral) {
        read(SENDER, referral).body("status", equalTo("requested"));
        noClientData(read(RECEIVER, referral).statusCode(200).body("status", equalTo("requested")).body("category",
                equalTo("legal-aid")));
        noClientData(as(RECEIVER).get("/v1/referrals/{id}/history", referral).then().statusCode(200));
        noClientData(as(RECEIVER).get("/v1/referrals?role=received&limit=200&status=requested").then().statusCode(200));
        assertFalse(Referrals.inList(RECEIVER, "role=received&queue=needs-answer", referral));
        as(RECEIVER).get("/v1/referrals/{id}/messages", referral).then().statusCode(404);
        for (String each : List.of("accept", "waitlist", "assign")) {
            noClientData(command(RECEIVER, referral, each, each.equals("assign")
                    ? "{\"worker\": \"" + UUID.randomUUID() + "\"}"
                    : "").statusCode(409).body("allowed", hasSize(0)));
        }
    }

    private static void ends(String referral) {
        Referrals.await("the end of the referral",
                () -> "cancelled".equals(read(SENDER, referral).extract().<String>path("status")));
        read(SENDER, referral).body("reason.code", equalTo("consent-ended"));
    }

    private String accepted() {
        String referral = received(client, Directory.EVICTION_DEFENCE);
        command(RECEIVER, referral, "accept").statusCode(200);
        command(SENDER, referral, "client-view", "{\"result\": \"partly\", \"words\": \"Not yet.\"}").statusCode(200);
        return referral;
    }

    private void end(String referral, String verb) {
        UUID consent = UUID.fromString(read(SENDER, referral).extract().path("consentId"));
        tellConsent(consent, client, verb, 2, Map.of());
        Referrals.await("the end of the referral",
                () -> "cancelled".equals(read(SENDER, referral).extract().<String>path("status")));
    }

    private void onlyTheFactIsLeft(String referral) {
        noClientData(read(RECEIVER, referral).statusCode(200).body("status", equalTo("cancelled"))
                .body("reason.code", equalTo("consent-ended")).body("category", equalTo("legal-aid"))
                .body("serviceId", equalTo(Directory.EVICTION_DEFENCE.toString()))
                .body("acceptedAt", notNullValue()).body("endedAt", notNullValue()).body("allowedActions", hasSize(0)));
        noClientData(as(RECEIVER).get("/v1/referrals?role=received&limit=200&status=cancelled").then().statusCode(200));
        assertTrue(Referrals.inList(RECEIVER, "role=received", referral));
        noClientData(as(RECEIVER).get("/v1/referrals/{id}/history", referral).then().statusCode(200)
                .body("items.action", contains("draft", "request", "accept", "consent-ended"))
                .body("items.side[3]", equalTo("system")));
        command(RECEIVER, referral, "start").statusCode(409).body("present", equalTo("cancelled"));
    }

    private void noClientData(ValidatableResponse answer) {
        String text = answer.extract().asString();
        for (String secret : List.of(client.toString(), "Please help", "Not yet", "partly")) {
            assertFalse(text.contains(secret), "The recipient still reads " + secret + ": " + text);
        }
    }
}
