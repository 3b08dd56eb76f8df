package org.alongside.referral.openreferral;

import static org.alongside.referral.referral.Referrals.DATABASE;
import static org.alongside.referral.referral.Referrals.INTAKE;
import static org.alongside.referral.referral.Referrals.RECEIVER;
import static org.alongside.referral.referral.Referrals.SENDER;
import static org.alongside.referral.referral.Referrals.as;
import static org.alongside.referral.referral.Referrals.await;
import static org.alongside.referral.referral.Referrals.client;
import static org.alongside.referral.referral.Referrals.consent;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Tokens;
import org.alongside.referral.Directory;
import org.alongside.referral.referral.Referrals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** A need that any eligible agency may take up: what others see of it, who gets it, and when it becomes a referral. */
@QuarkusTest
class OpenReferralTest {

    private static final int CLAIMS = 100;
    private static final String HOUSING = Tokens.token(Tokens.HOUSING, Role.RECEIVING_WORKER);

    @Inject
    ClaimClock clock;

    private UUID client;
    private String open;

    @BeforeEach
    void anOpenReferral() {
        INTAKE.beat();
        client = client();
        open = as(SENDER).body(body()).post("/v1/open-referrals").then().statusCode(201)
                .body("status", equalTo("open")).body("clientId", equalTo(client.toString()))
                .body("allowedActions", contains("withdraw")).extract().path("openReferralId");
    }

    @BeforeEach
    @AfterEach
    void bothChecks() throws SQLException {
        DATABASE.run("alter table open_referral_client enable row level security");
        DATABASE.run("alter table open_referral enable row level security");
    }

    @Test
    void othersSeeCategoryAreaAndUrgencyAndNothingElse() throws SQLException {
        String seen = read(RECEIVER, open).statusCode(200).body("category", equalTo("legal-aid"))
                .body("areaPostalCode", equalTo("00103")).body("urgency", equalTo("urgent"))
                .body("allowedActions", contains("claim")).body("clientId", nullValue()).extract().asString();
        assertFalse(seen.contains(client.toString()) || seen.contains("Somebody")
                || seen.contains(Tokens.FAMILY_SERVICES.toString()), seen);
        list(RECEIVER, "").body("items.openReferralId", hasItem(open)).body("items.findAll { it.clientId }",
                hasSize(0));
        list(SENDER, "?own=true&limit=200").body("items.find { it.openReferralId == '" + open + "' }.clientId",
                equalTo(client.toString()));
        list(RECEIVER, "?own=true").body("items", hasSize(0));
        list(SENDER, "?limit=200").body("items.openReferralId", not(hasItem(open)));
        String clients = "select count(*) from open_referral_client where id = ?::uuid";
        assertEquals(0, DATABASE.countAs("referral_app", Tokens.LEGAL_AID, clients, open));
        assertEquals(1, DATABASE.countAs("referral_app", Tokens.FAMILY_SERVICES, clients, open));
        assertEquals(0, DATABASE.countAs("referral_app", null, clients, open));
        DATABASE.run("alter table open_referral_client disable row level security");
        read(RECEIVER, open).statusCode(200).body("clientId", nullValue());
    }

    @Test
    void readingItIsAnAccessWithoutAClient() {
        String access = read(RECEIVER, open).extract().header("Alongside-Access-Id");
        String event = DATABASE.strings("""
                select convert_from(payload, 'UTF8') from outbox where topic = 'audit.access.v1'
                   and convert_from(payload, 'UTF8') like ?""", "%\"access\":\"" + access + "\"%").get(0);
        assertTrue(event.contains("\"type\":\"open-referral\",\"id\":\"" + open + "\""), event);
        assertFalse(event.contains(client.toString()), event);
    }

    @Test
    void ofManyClaimsAtOnceExactlyOneWins() throws Exception {
        oneWins();
    }

    /** Row-level security alone would let no second claim through; nor does the application alone. */
    @Test
    void exactlyOneWinsWithoutRowLevelSecurityAsWell() throws Exception {
        DATABASE.run("alter table open_referral disable row level security");
        oneWins();
    }

    private void oneWins() throws Exception {
        List<Integer> answers = new ArrayList<>();
        ExecutorService crowd = Executors.newFixedThreadPool(CLAIMS);
        try {
            List<Callable<Integer>> claims = new ArrayList<>();
            for (int i = 0; i < CLAIMS; i++) {
                claims.add(i % 2 == 0
                        ? () -> claimed(RECEIVER, Directory.TENANT_ADVICE_LINE)
                        : () -> claimed(Tokens.token(Tokens.LEGAL_AID, Role.PARTNER_SYSTEM),
                                Directory.EVICTION_DEFENCE));
            }
            for (Future<Integer> answer : crowd.invokeAll(claims)) {
                answers.add(answer.get());
            }
        } finally {
            crowd.shutdownNow();
        }
        assertEquals(1, answers.stream().filter(status -> status == 200).count());
        assertEquals(CLAIMS - 1, answers.stream().filter(status -> status == 409).count());
        assertEquals(List.of("open", "claimed"), statusesTold());
    }

    @Test
    void theFirstClaimReservesItAndTheConsentTurnsItIntoAReferral() {
        claim(RECEIVER, Directory.TENANT_ADVICE_LINE).statusCode(200).body("status", equalTo("claimed"))
                .body("claimUntil", notNullValue()).body("claimant", equalTo(Tokens.LEGAL_AID.toString()))
                .body("clientId", nullValue());
        claim(RECEIVER, Directory.TENANT_ADVICE_LINE).statusCode(409).body("present", equalTo("claimed"));
        read(HOUSING, open).body("claimant", nullValue()).body("claimUntil", nullValue())
                .body("allowedActions", hasSize(0));
        read(SENDER, open).body("claimant", equalTo(Tokens.LEGAL_AID.toString()));
        consent(client, Map.of("recipients", List.of(Tokens.HOUSING)));
        clock.settle();
        read(SENDER, open).body("status", equalTo("claimed"));
        consent(client, Map.of());
        settlesTo("requested");
        String referral = read(SENDER, open).body("status", equalTo("requested")).body("allowedActions", hasSize(0))
                .extract().path("referralId");
        Referrals.read(SENDER, referral).body("status", equalTo("requested")).body("message", equalTo("Somebody."))
                .body("recipient", equalTo(Tokens.LEGAL_AID.toString()))
                .body("sender", equalTo(Tokens.FAMILY_SERVICES.toString())).body("consentId", notNullValue());
        Referrals.grant(referral, client);
        await("the referral at the claimant", () -> Referrals.read(RECEIVER, referral).extract().statusCode() == 200);
        Referrals.read(RECEIVER, referral).body("message", equalTo("Somebody."));
        Referrals.command(RECEIVER, referral, "accept").statusCode(200);
        as(SENDER).get("/v1/referrals/{id}/history", referral).then().body("items.action",
                contains("claimed", "accept"));
        read(RECEIVER, open).statusCode(404);
        assertEquals(List.of("open", "claimed", "requested"), statusesTold());
    }

    @Test
    void withoutAConsentInTimeTheClaimLapses() throws SQLException {
        claim(RECEIVER, Directory.TENANT_ADVICE_LINE).statusCode(200);
        DATABASE.run("update open_referral set claim_until = now() - interval '1 second' where id = ?::uuid", open);
        settlesTo("open");
        read(SENDER, open).body("claimant", nullValue());
    }

    @Test
    void anAgencyWhoseClaimLapsedDoesNotClaimItAgainAndTheOthersMay() throws SQLException {
        claim(RECEIVER, Directory.TENANT_ADVICE_LINE).statusCode(200);
        DATABASE.run("update open_referral set claim_until = now() - interval '1 second' where id = ?::uuid", open);
        settlesTo("open");
        claim(RECEIVER, Directory.EVICTION_DEFENCE).statusCode(409)
                .body("type", equalTo("urn:alongside:problem:conflicting-state")).body("present", equalTo("open"))
                .body("detail", containsString("has lapsed")).body("allowed", hasSize(0));
        read(RECEIVER, open).body("status", equalTo("open")).body("allowedActions", hasSize(0));
        list(RECEIVER, "?limit=200").body("items.openReferralId", not(hasItem(open)));
        read(HOUSING, open).body("allowedActions", contains("claim"));
        list(HOUSING, "?limit=200").body("items.openReferralId", hasItem(open));
        String around = """
                with claimed as (update open_referral set status = 'claimed', claimant = acting_agency(),
                                        claim_until = now() + interval '1 day' where id = ?::uuid returning id)
                select count(*) from claimed""";
        assertThrows(SQLException.class, () -> DATABASE.countAs("referral_app", Tokens.LEGAL_AID, around, open));
        assertEquals(1, DATABASE.countAs("referral_app", Tokens.HOUSING, around, open));
    }

    @Test
    void aClaimForAServiceThatIsOfferedNoLongerIsReleasedAndBarsNobody() throws SQLException {
        claim(RECEIVER, Directory.TENANT_ADVICE_LINE).statusCode(200);
        consent(client, Map.of());
        DATABASE.run("update service set status = 'inactive' where id = ?", Directory.TENANT_ADVICE_LINE);
        try {
            settlesTo("open");
        } finally {
            DATABASE.run("update service set status = 'active' where id = ?", Directory.TENANT_ADVICE_LINE);
        }
        claim(RECEIVER, Directory.EVICTION_DEFENCE).statusCode(200);
    }

    @Test
    void onlyAnAgencyWithAServiceForItClaimsIt() {
        refusedClaim(HOUSING, Directory.STREET_OUTREACH, "not-eligible");
        refusedClaim(RECEIVER, Directory.WILLS_AT_HOME, "not-eligible");
        refusedClaim(RECEIVER, Directory.STREET_OUTREACH, "not-own");
        refusedClaim(RECEIVER, UUID.randomUUID(), "not-own");
        refusedClaim(Tokens.token(Tokens.FAMILY_SERVICES, Role.RECEIVING_WORKER), Directory.EMERGENCY_FUND,
                "own-agency");
        claim(SENDER, Directory.TENANT_ADVICE_LINE).statusCode(403);
        claim("no-token", Directory.TENANT_ADVICE_LINE).statusCode(401);
        read(SENDER, open).body("status", equalTo("open"));
    }

    @Test
    void theSenderTakesItBackAndNobodyElse() {
        withdraw(Tokens.token(Tokens.LEGAL_AID, Role.REFERRAL_COORDINATOR)).statusCode(404);
        withdraw(RECEIVER).statusCode(403);
        as(SENDER).post("/v1/open-referrals/{id}/withdraw", open).then().statusCode(428);
        claim(RECEIVER, Directory.TENANT_ADVICE_LINE).statusCode(200);
        withdraw(SENDER).statusCode(200).body("status", equalTo("withdrawn")).body("claimant", nullValue());
        withdraw(SENDER).statusCode(409).body("present", equalTo("withdrawn"));
        read(RECEIVER, open).statusCode(404);
        claim(RECEIVER, Directory.TENANT_ADVICE_LINE).statusCode(404);
        consent(client, Map.of());
        clock.settle();
        read(SENDER, open).body("status", equalTo("withdrawn")).body("referralId", nullValue());
    }

    @Test
    void ofAnErasedClientNothingIsOfferedAndWhatComesLaterIsTaken() {
        INTAKE.tell("intake.client.v1", client, "org.alongside.intake.client.erased.v1", Map.of("erasureId",
                UUID.randomUUID(), "clientId", client, "homeAgency", Tokens.FAMILY_SERVICES));
        await("the confirmation", "select 1 from outbox where topic = 'referral.erasure.v1' and key = ?",
                client.toString());
        assertEquals(List.of("open", "withdrawn"), statusesTold());
        assertEquals(List.of("gone"), DATABASE.strings(
                "select 'gone' from client_key where client_id = ? and wrapped is null", client));
        read(RECEIVER, open).statusCode(404);
        consent(client, Map.of());
        as(SENDER).body(body()).post("/v1/open-referrals").then().statusCode(404);
    }

    @Test
    void whatIsWrongIsNamedByFieldAndARepeatIsOne() {
        refused(Map.of("category", "weather"), "/category");
        refused(Map.of("urgency", "sometime"), "/urgency");
        refused(Map.of("areaPostalCode", " "), "/areaPostalCode");
        refused(Map.of("areaPostalCode", "12 Oak Street"), "/areaPostalCode");
        refused(Map.of("message", "x".repeat(4001)), "/message");
        refused(Map.of("parts", List.of("identity")), "/parts");
        String key = UUID.randomUUID().toString();
        String first = withKey(key);
        assertEquals(first, withKey(key));
        as(Tokens.token(Tokens.HOUSING, Role.REFERRAL_COORDINATOR)).body(body()).post("/v1/open-referrals").then()
                .statusCode(404);
    }

    /** More than one round, since the running service's own may hold the row at the moment, which this one passes over then. */
    private void settlesTo(String status) {
        await("the open referral to become " + status, () -> {
            clock.settle();
            return status.equals(read(SENDER, open).extract().path("status"));
        });
    }

    private Map<String, Object> body() {
        return Map.of("clientId", client, "category", "legal-aid", "areaPostalCode", "00103", "urgency", "urgent",
                "message", "Somebody.");
    }

    private void refused(Map<String, ?> changes, String field) {
        Map<String, Object> body = new HashMap<>(body());
        body.putAll(changes);
        as(SENDER).body(body).post("/v1/open-referrals").then().statusCode(400).body("violations.field",
                contains(field));
    }

    private String withKey(String key) {
        return as(SENDER).header("Idempotency-Key", key).body(body()).post("/v1/open-referrals").then().statusCode(201)
                .extract().path("openReferralId");
    }

    private void refusedClaim(String token, UUID service, String code) {
        claim(token, service).statusCode(400).body("violations.field", contains("/serviceId"))
                .body("violations.code", contains(code));
    }

    /** A busy machine may answer 503, try again: done here as a caller would. */
    private int claimed(String token, UUID service) {
        int status = 503;
        for (int tries = 0; status == 503 && tries < 50; tries++) {
            status = claim(token, service).extract().statusCode();
        }
        return status;
    }

    private ValidatableResponse claim(String token, UUID service) {
        return as(token).body(Map.of("serviceId", service)).post("/v1/open-referrals/{id}/claim", open).then();
    }

    private ValidatableResponse withdraw(String token) {
        return as(token).header("If-Match", "*").post("/v1/open-referrals/{id}/withdraw", open).then();
    }

    private static ValidatableResponse read(String token, String open) {
        return as(token).get("/v1/open-referrals/{id}", open).then();
    }

    private static ValidatableResponse list(String token, String query) {
        return as(token).get("/v1/open-referrals" + query).then().statusCode(200);
    }

    private List<String> statusesTold() {
        return DATABASE.strings("""
                select convert_from(payload, 'UTF8')::json ->> 'status' from outbox
                 where topic = 'referral.open-referral.v1' and key = ? order by position""", open);
    }
}
