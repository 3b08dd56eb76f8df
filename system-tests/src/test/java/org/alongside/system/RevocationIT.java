package org.alongside.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;

import org.alongside.local.Part;
import org.alongside.local.demo.Suite;
import org.alongside.local.demo.Suite.Call;
import org.alongside.local.demo.Suite.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the client takes back is closed: at once at home, within a second elsewhere, within five in any failure. */
class RevocationIT {

    private static final String INTAKE_WORKER = "intake-worker.family-services";
    private static final String COORDINATOR = "referral-coordinator.family-services";
    private static final String RECEIVER = "receiving-worker.legal-aid";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Suite suite = SystemStack.suite();
    private String client;
    private String consent;
    private Call readReferral;
    private Call readClient;

    @BeforeEach
    void aReferralThatTheRecipientSees() {
        client = send(Call.post(INTAKE_WORKER, "intake", "/v1/clients", """
                {"identity": {"familyName": "Revoked"}, "contact": {"areaPostalCode": "00105"}}""")).text("/clientId");
        Reply proposed = send(Call.post(INTAKE_WORKER, "intake", "/v1/clients/" + client + "/consents", """
                {"recipients": ["0a000000-0000-4000-8000-000000000002"], "parts": ["identity", "contact", "referral"],
                 "categories": ["legal-aid"], "purposes": ["COC"], "validUntil": "%s"}"""
                .formatted(Instant.now().plus(Duration.ofDays(30)))));
        consent = proposed.text("/consentId");
        send(Call.post(INTAKE_WORKER, "intake", "/v1/consents/" + consent + "/give", """
                {"givenBy": "client", "manner": "written", "language": "en", "limitsOfConfidentialityTalk": true}""")
                .at(proposed));
        readReferral = Call.get(RECEIVER, "referral", "/v1/referrals/" + sentReferral());
        readClient = Call.get(RECEIVER, "intake", "/v1/clients/" + client).statingPurpose("COC");
        suite.await(readReferral, reply -> reply.status() == 200, PATIENCE);
        assertEquals(200, suite.send(readClient).status());
    }

    @Test
    void intakeRefusesAtOnceAndTheOthersWithinASecond() throws InterruptedException {
        revoke();
        assertEquals(404, suite.send(readClient).status());
        assertTrue(SystemStack.within(1, () -> !suite.send(readReferral).body().toString().contains(client)),
                "The referral is still open to its recipient a second after the revocation");
        Reply fact = suite.await(readReferral, reply -> reply.text("/status").equals("cancelled"), PATIENCE);
        assertEquals("consent-ended", fact.text("/reason/code"));
        assertFalse(fact.body().toString().contains(client) || fact.body().toString().contains("words"),
                "The recipient keeps more than the fact of the referral: " + fact.body());
    }

    @Test
    void whatTheRecipientDeclinedIsClosedToItThoughTheConsentGoesOn() {
        Reply seen = suite.send(readReferral);
        send(Call.post(RECEIVER, "referral", readReferral.path() + "/decline", "{\"reason\": \"no-capacity\"}")
                .at(seen));
        Reply fact = suite.await(readReferral,
                reply -> reply.status() == 200 && !reply.body().toString().contains(client), PATIENCE);
        assertEquals("declined", fact.text("/status"));
        assertFalse(fact.body().toString().contains("words"), "The recipient keeps more than the fact of the referral");
        assertEquals(200, suite.send(readClient).status());
    }

    @Test
    void withKafkaDownTheOthersRefuseAfterFiveSecondsAndTheHomeAgencyWorksOn() throws InterruptedException {
        refusedWithout(SystemStack.running().kafka());
    }

    @Test
    void withIntakeDownTheOthersRefuseAfterFiveSecondsAndTheHomeAgencyWorksOn() throws InterruptedException {
        refusedWithout(SystemStack.running().service("intake"));
    }

    private void refusedWithout(Part part) throws InterruptedException {
        part.kill();
        try {
            assertTrue(SystemStack.within(6, () -> suite.send(readReferral).status() == 503), part.name()
                    + " has been down for six seconds and a request that rests on a grant is still answered");
            assertEquals("urn:alongside:problem:grants-stale", suite.send(readReferral).text("/type"));
            Call home = Call.get(COORDINATOR, "referral", readReferral.path());
            assertEquals(200, suite.send(home).status());
        } finally {
            part.start();
        }
        suite.await(readReferral, reply -> reply.status() == 200, Duration.ofSeconds(60));
    }

    private String sentReferral() {
        Reply matches = send(Call.post(COORDINATOR, "referral", "/v1/matches",
                "{\"category\": \"legal-aid\", \"areaPostalCode\": \"00105\", \"facts\": {\"age\": 40}}"));
        Call draft = Call.post(COORDINATOR, "referral", "/v1/referrals", """
                {"clientId": "%s", "serviceId": "%s", "category": "legal-aid", "urgency": "soon", "message": "words"}"""
                .formatted(client, matches.text("/matches/0/serviceId")));
        Reply drafted = suite.await(draft, reply -> reply.status() == 201, PATIENCE);
        String referral = drafted.text("/referralId");
        suite.await(Call.post(COORDINATOR, "referral", "/v1/referrals/" + referral + "/request", null).at(drafted),
                reply -> reply.status() == 200, PATIENCE);
        return referral;
    }

    private void revoke() {
        assertEquals("revoked", send(Call.post(INTAKE_WORKER, "intake", "/v1/consents/" + consent + "/revoke", null))
                .text("/status"));
    }

    private Reply send(Call call) {
        Reply reply = suite.send(call);
        assertTrue(reply.status() < 300, call.path() + " answered " + reply.status() + " " + reply.body());
        return reply;
    }
}
