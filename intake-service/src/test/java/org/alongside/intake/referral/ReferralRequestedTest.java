package org.alongside.intake.referral;

import static org.alongside.intake.client.Clients.INTAKE_WORKER;
import static org.alongside.intake.client.Clients.as;
import static org.alongside.intake.client.Clients.newMark;
import static org.alongside.intake.client.Clients.registered;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.KafkaEvents;
import org.alongside.kit.testing.Things;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** A referral that was sent gets its grant or is refused; it never gets neither. */
@QuarkusTest
class ReferralRequestedTest {

    private final Database database = new Database("intake");
    private final KafkaEvents events = new KafkaEvents();
    private final UUID referral = UUID.randomUUID();
    private UUID client;
    private String consent;

    @BeforeEach
    void aConsentForLegalAid() {
        client = registered(newMark());
        consent = given();
    }

    private String given() {
        String given = as(INTAKE_WORKER).body("""
                {"recipients": ["%s"], "parts": ["identity", "referral"], "categories": ["legal-aid"],
                 "purposes": ["COC"], "validUntil": "%s"}""".formatted(Tokens.LEGAL_AID,
                Instant.now().plus(Duration.ofDays(90)))).post("/v1/clients/{id}/consents", client).then()
                .statusCode(201).extract().path("consentId");
        as(INTAKE_WORKER).header("If-Match", "\"0\"").body("""
                {"givenBy": "client", "manner": "written", "language": "en", "limitsOfConfidentialityTalk": true}""")
                .post("/v1/consents/{id}/give", given).then().statusCode(200);
        return given;
    }

    @AfterEach
    void closeEvents() {
        events.close();
    }

    @Test
    void underAConsentInForceTheRecipientGetsTheGrant() throws Exception {
        sentTo(Tokens.LEGAL_AID);
        Things.await("the grant", () -> grants() == 1);
        assertEquals(List.of(), refusals());
    }

    @Test
    void theGrantOpensNoMoreThanTheConsentBehindIt() throws Exception {
        sentTo(Tokens.LEGAL_AID, "[\"contact\", \"identity\", \"referral\"]");
        Things.await("the grant", () -> grants() == 1);
        assertEquals(List.of("{identity,referral}"),
                database.strings("select parts::text from access_grant where basis_id = ?", referral));
    }

    @Test
    void underARevokedConsentItIsRefused() throws Exception {
        as(INTAKE_WORKER).post("/v1/consents/{id}/revoke", consent).then().statusCode(200);
        sentTo(Tokens.LEGAL_AID);
        assertRefused("consent-not-active");
    }

    @Test
    void afterTheEndOfTheConsentItIsRefused() throws Exception {
        database.run("update consent set valid_until = now() where id = ?::uuid", consent);
        sentTo(Tokens.LEGAL_AID);
        assertRefused("consent-not-active");
    }

    @Test
    void anAgencyThatTheConsentDoesNotNameIsRefused() throws Exception {
        sentTo(Tokens.HOUSING);
        assertRefused("recipient-not-named");
    }

    /** The sender's own check may have failed: this one shares nothing with it. */
    @Test
    void aReferralOfAnotherClientIsRefused() throws Exception {
        client = registered(newMark());
        sentTo(Tokens.LEGAL_AID);
        assertRefused("consent-of-another-client");
    }

    @Test
    void aNeedThatTheConsentDoesNotNameIsRefused() throws Exception {
        database.run("update consent set categories = array['food-insecurity'] where id = ?::uuid", consent);
        sentTo(Tokens.LEGAL_AID);
        assertRefused("category-not-named");
    }

    @Test
    void aConsentThatDoesNotNameTheReferralItselfIsRefused() throws Exception {
        database.run("update consent set parts = array['identity'] where id = ?::uuid", consent);
        sentTo(Tokens.LEGAL_AID);
        assertRefused("referral-not-named");
    }

    @Test
    void ofARestrictedClientAConsentThatNamesNoWorkersThereIsRefused() throws Exception {
        as(INTAKE_WORKER).body("{\"reasonCode\": \"threat\", \"workers\": []}")
                .post("/v1/clients/{id}/restriction", client).then().statusCode(201);
        sentTo(Tokens.LEGAL_AID);
        assertRefused("workers-not-named");
    }

    @Test
    void eachWorkerWhomTheConsentNamesGetsAGrant() throws Exception {
        database.run("update consent set recipient_workers = array[?, ?] where id = ?::uuid", Tokens.LEGAL_AID + " one",
                Tokens.LEGAL_AID + " two", consent);
        sentTo(Tokens.LEGAL_AID);
        Things.await("the grants", () -> grants() == 2);
        assertEquals(List.of("one", "two"),
                database.strings("select worker from access_grant where basis_id = ? order by 1", referral));
    }

    @Test
    void goingOnUnderAnotherConsentTheRecipientGetsTheGrantAnew() throws Exception {
        sentTo(Tokens.LEGAL_AID);
        Things.await("the grant", () -> grants() == 1);
        String former = consent;
        consent = given();
        as(INTAKE_WORKER).post("/v1/consents/{id}/revoke", former).then().statusCode(200);
        tell("consent-renewed", Tokens.LEGAL_AID, "[\"identity\", \"referral\"]");
        Things.await("the other grant", () -> grants() == 2);
        assertEquals(List.of(consent), database.strings("select consent_id::text from access_grant where basis_id = ?"
                + " and basis = 'referral' and revoked_at is null", referral));
        tell("moved", Tokens.LEGAL_AID, "[\"identity\", \"referral\"]");
        Things.await("the end of both", () -> database.strings(
                "select 1 from access_grant where basis_id = ? and revoked_at is null", referral).isEmpty());
    }

    @Test
    void goingOnUnderAConsentThatHasEndedAsWellItIsRefused() throws Exception {
        as(INTAKE_WORKER).post("/v1/consents/{id}/revoke", consent).then().statusCode(200);
        tell("consent-renewed", Tokens.LEGAL_AID, "[\"identity\", \"referral\"]");
        assertRefused("consent-not-active");
    }

    private void sentTo(UUID recipient) {
        sentTo(recipient, "[\"identity\", \"referral\"]");
    }

    private void sentTo(UUID recipient, String parts) {
        tell("requested", recipient, parts);
    }

    private void tell(String verb, UUID recipient, String parts) {
        events.send("org.alongside.referral.referral." + verb + ".v1", referral, """
                {"referralId": "%s", "clientId": "%s", "homeAgency": "%s", "sender": "%s", "recipient": "%s",
                 "serviceId": "%s", "category": "legal-aid", "consentId": "%s", "parts": %s,
                 "status": "%s", "loopClosed": false, "version": 1}""".formatted(referral, client,
                Tokens.FAMILY_SERVICES, Tokens.FAMILY_SERVICES, recipient, UUID.randomUUID(), consent, parts,
                verb.equals("moved") ? "cancelled" : "requested"));
    }

    private void assertRefused(String reason) throws Exception {
        Things.await("the refusal", () -> !refusals().isEmpty());
        String told = refusals().get(0);
        assertTrue(told.contains("\"reason\":\"" + reason + "\""), told);
        assertTrue(told.contains("\"referralId\":\"" + referral + "\""), told);
        assertEquals(0, grants());
    }

    private int grants() {
        return database.strings("select id::text from access_grant where basis_id = ?", referral).size();
    }

    private List<String> refusals() {
        return database.strings("select convert_from(payload, 'UTF8') from outbox"
                + " where type = 'org.alongside.intake.consent.referral-refused.v1'"
                + " and convert_from(payload, 'UTF8') like ?", "%" + consent + "%");
    }
}
