package org.alongside.referral.restriction;

import static java.util.Map.entry;
import static org.alongside.referral.referral.Referrals.DATABASE;
import static org.alongside.referral.referral.Referrals.INTAKE;
import static org.alongside.referral.referral.Referrals.PARTS;
import static org.alongside.referral.referral.Referrals.as;
import static org.alongside.referral.referral.Referrals.body;
import static org.alongside.referral.referral.Referrals.command;
import static org.alongside.referral.referral.Referrals.consent;
import static org.alongside.referral.referral.Referrals.grant;
import static org.alongside.referral.referral.Referrals.inList;
import static org.alongside.referral.referral.Referrals.read;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.HiddenRecords;
import org.alongside.kit.testing.HiddenRecords.Colleague;
import org.alongside.kit.testing.KafkaEvents;
import org.alongside.kit.testing.Tokens;
import org.alongside.referral.Directory;
import org.alongside.referral.referral.Referrals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** Referrals of a restricted client are absent for colleagues who are not named, of the sender and of the recipient. */
@QuarkusTest
class RestrictedReferralTest {

    private static final Set<Role> SENDING = EnumSet.of(Role.REFERRAL_COORDINATOR, Role.CASE_WORKER, Role.SUPERVISOR);
    private static final Set<Role> RECEIVING = EnumSet.of(Role.RECEIVING_WORKER, Role.PARTNER_SYSTEM, Role.SUPERVISOR);
    private static final String OTHER = "{\"reason\": \"duplicate\"}";
    private static final String APPOINTMENT = Referrals.appointment(3);
    private static final Map<String, String> BODIES = Map.ofEntries(
            entry("referral.assign", "{\"worker\": \"" + UUID.randomUUID() + "\"}"), entry("referral.cancel", OTHER),
            entry("referral.client-view", "{\"result\": \"met\"}"),
            entry("referral.complete", "{\"providerResult\": \"service-given\"}"), entry("referral.decline", OTHER),
            entry("referral.end-search", "{\"reason\": \"met-elsewhere\"}"),
            entry("referral.forward",
                    "{\"serviceId\": \"" + Directory.TENANT_ADVICE_LINE + "\", \"message\": \"m\"}"),
            entry("message.send", "{\"text\": \"t\"}"), entry("referral.reschedule", APPOINTMENT),
            entry("referral.schedule", APPOINTMENT), entry("referral.unsuccessful", OTHER));

    /** Keys open nothing by themselves, and whom a restriction names is what every policy asks. */
    private static final Set<String> NOT_HIDDEN = Set.of("client_key", "restricted_client", "merged_client");

    private final UUID client = UUID.randomUUID();
    private final UUID worker = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final UUID recipient = UUID.randomUUID();
    private final String named = token(Tokens.FAMILY_SERVICES, worker, SENDING);
    private final String colleague = token(Tokens.FAMILY_SERVICES, other, SENDING);
    private final String receiver = token(Tokens.LEGAL_AID, recipient, RECEIVING);
    private final String receiversColleague = token(Tokens.LEGAL_AID, other, RECEIVING);
    private String referral;

    @BeforeEach
    void aReferralOfARestrictedClient() {
        INTAKE.beat();
        INTAKE.tell("intake.client.v1", client, "org.alongside.intake.client.registered.v1",
                Map.of("clientId", client, "homeAgency", Tokens.FAMILY_SERVICES, "version", 0, "restriction",
                        Map.of("clientId", client, "homeAgency", Tokens.FAMILY_SERVICES, "version", 0, "workers",
                                List.of(worker))));
        Referrals.await("the client", "select 1 from client_home where client_id = ?", client);
        consent(client, Map.of());
        referral = as(named).body(body(client, Directory.TENANT_ADVICE_LINE, "Please.")).post("/v1/referrals").then()
                .statusCode(201).extract().path("referralId");
        command(named, referral, "request").statusCode(200);
    }

    /** Before anything came by the topic of the grants. */
    @Test
    void theRegistrationTellsWhoMaySeeTheClient() {
        read(named, referral).statusCode(200);
        read(colleague, referral).statusCode(404);
        assertTrue(inList(named, "role=sent", referral));
        assertFalse(inList(colleague, "role=sent", referral));
        String absent = as(colleague).body(body(UUID.randomUUID(), Directory.TENANT_ADVICE_LINE, "m"))
                .post("/v1/referrals").then().statusCode(404).extract().asString();
        assertEquals(absent, as(colleague).body(body(client, Directory.TENANT_ADVICE_LINE, "m"))
                .post("/v1/referrals").then().statusCode(404).extract().asString());
    }

    @Test
    void everyOperationAnswersColleaguesOfBothSidesAsIfThereWereNoReferral() throws SQLException {
        Map<String, String> ids = aFullReferral();
        assertAllHidden(ids);
        unbound(() -> {
            assertAllHidden(ids);
            assertFalse(inList(colleague, "role=sent", referral));
            assertFalse(inList(receiversColleague, "role=received", referral));
        });
    }

    @Test
    void theDatabaseHidesItWithTheApplicationsCheckOff() throws SQLException {
        aFullReferral();
        as(named)
                .body("""
                {"clientId": "%s", "category": "legal-aid", "areaPostalCode": "00105", "urgency": "soon", "message": "m"}"""
                        .formatted(client))
                .post("/v1/open-referrals").then().statusCode(201);
        int tried = 0;
        for (String table : HiddenRecords.tables(DATABASE, NOT_HIDDEN)) {
            tried += seen(Tokens.FAMILY_SERVICES, worker, table) > 0 ? 1 : 0;
            assertEquals(0, seen(Tokens.FAMILY_SERVICES, other, table), table);
            assertEquals(0, seen(Tokens.FAMILY_SERVICES, null, table), table);
            assertEquals(0, seen(Tokens.LEGAL_AID, other, table), table);
        }
        assertTrue(tried >= 6, "rows in only " + tried + " tables");
        String count = "select count(*) from referral_history where referral_id = ?::uuid";
        assertTrue(DATABASE.countAs("referral_app", Tokens.LEGAL_AID, recipient, count, referral) > 0);
        assertEquals(0, DATABASE.countAs("referral_app", Tokens.LEGAL_AID, other, count, referral));
        assertEquals(0, DATABASE.countAs("referral_app", Tokens.FAMILY_SERVICES, other, count, referral));
    }

    @Test
    void theRecipientSeesItByTheWorkerWhomTheGrantNames() throws SQLException {
        grant(referral, client);
        read(receiver, referral).statusCode(404);
        unbound(() -> read(receiver, referral).statusCode(404));
        UUID grant = grantTo(recipient, null);
        Referrals.await("the referral", () -> read(receiver, referral).extract().statusCode() == 200);
        read(receiversColleague, referral).statusCode(404);
        assertTrue(inList(receiver, "role=received", referral));
        assertFalse(inList(receiversColleague, "role=received", referral));
        command(receiver, referral, "accept").statusCode(200);

        grantTo(recipient, grant);
        Referrals.await("the revocation", () -> read(receiver, referral).extract().path("clientId") == null);
        read(receiver, referral).statusCode(200).body("status", equalTo("accepted"));
        read(receiversColleague, referral).statusCode(404);
    }

    @Test
    void aCopyThatMayMissAChangeOpensNothingOfIt() throws SQLException {
        INTAKE.stopBeating();
        Referrals.await("a stale copy", () -> read(named, referral).extract().statusCode() == 503);
        read(named, referral).body("type", equalTo("urn:alongside:problem:grants-stale"));
        read(colleague, referral).statusCode(404);
        INTAKE.beat();
        Referrals.await("a fresh copy", () -> read(named, referral).extract().statusCode() == 200);
    }

    @Test
    void itIsHiddenFromWhenItIsToldAndOpenFromWhenThatEnds() {
        Map<String, Object> state = new HashMap<>(Map.of("clientId", client, "homeAgency", Tokens.FAMILY_SERVICES,
                "version", 1));
        INTAKE.tell(KafkaEvents.GRANTS, client, "org.alongside.intake.client.restricted.v1", state);
        Referrals.await("the end", () -> read(colleague, referral).extract().statusCode() == 200);
        state.putAll(Map.of("version", 2, "workers", List.of(other)));
        INTAKE.tell(KafkaEvents.GRANTS, client, "org.alongside.intake.client.restricted.v1", state);
        Referrals.await("the beginning", () -> read(named, referral).extract().statusCode() == 404);
        read(colleague, referral).statusCode(200);
    }

    private void assertAllHidden(Map<String, String> ids) {
        int tried = new HiddenRecords(BODIES).check(
                List.of(new Colleague(colleague, SENDING, operation -> true),
                        new Colleague(receiversColleague, RECEIVING, operation -> true)),
                ids);
        assertTrue(tried > 30, "only " + tried + " were tried");
    }

    /** With a message, in a bundle, and seen by a worker of the recipient. */
    private Map<String, String> aFullReferral() {
        grantTo(recipient, null);
        Referrals.await("the referral", () -> read(receiver, referral).extract().statusCode() == 200);
        String message = as(receiver).body("{\"text\": \"t\"}").post("/v1/referrals/{id}/messages", referral).then()
                .statusCode(201).extract().path("messageId");
        String bundle = as(named).body("""
                {"clientId": "%s", "urgency": "soon", "referrals": [
                  {"serviceId": "%s", "category": "legal-aid", "message": "m"}]}"""
                .formatted(client, Directory.TENANT_ADVICE_LINE)).post("/v1/bundles").then().statusCode(201).extract()
                .path("bundleId");
        return Map.of("referralId", referral, "messageId", message, "bundleId", bundle);
    }

    /**
     * @param worker token subject
     * @param ending the grant to be revoked; null for a new one
     */
    private UUID grantTo(UUID worker, UUID ending) {
        UUID grant = ending == null ? UUID.randomUUID() : ending;
        Map<String, Object> state = new HashMap<>(Map.of("grantId", grant, "clientId", client, "homeAgency",
                Tokens.FAMILY_SERVICES, "grantee", Tokens.LEGAL_AID, "parts", PARTS, "purposes", List.of("COC"),
                "basis", "referral", "basisId", referral, "consentId", UUID.randomUUID()));
        state.putAll(Map.of("worker", worker, "validFrom", Instant.now().minus(Duration.ofDays(1)).toString(),
                "validUntil", Instant.now().plus(Duration.ofDays(90)).toString(), "version", ending == null ? 0 : 1));
        if (ending != null) {
            state.put("revokedAt", Instant.now().toString());
        }
        INTAKE.tell(KafkaEvents.GRANTS, grant,
                "org.alongside.intake.grant." + (ending == null ? "issued" : "revoked") + ".v1", state);
        return grant;
    }

    private void unbound(Runnable calls) throws SQLException {
        List<String> bound = DATABASE.strings("select distinct tablename from pg_policies"
                + " where policyname = 'restricted' and permissive = 'RESTRICTIVE'");
        for (String table : bound) {
            DATABASE.run("alter table " + table + " disable row level security");
        }
        try {
            calls.run();
        } finally {
            for (String table : bound) {
                DATABASE.run("alter table " + table + " enable row level security");
            }
        }
    }

    private long seen(UUID agency, UUID by, String table) throws SQLException {
        return DATABASE.countAs("referral_app", agency, by, "select count(*) from " + table + " where client_id = ?",
                client);
    }

    private static String token(UUID agency, UUID subject, Set<Role> roles) {
        return Tokens.of(agency, roles.toArray(Role[]::new)).subject(subject).sign();
    }
}
