package org.alongside.intake.referral;

import static org.alongside.intake.client.Clients.INTAKE_WORKER;
import static org.alongside.intake.client.Clients.as;
import static org.alongside.intake.client.Clients.newMark;
import static org.alongside.intake.client.Clients.registered;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

/** A referral that came to nothing is no reason for its recipient to go on seeing it; the consent itself stays. */
@QuarkusTest
class ReferralEndedTest {

    private final Database database = new Database("intake");
    private final KafkaEvents events = new KafkaEvents();
    private final UUID referral = UUID.randomUUID();
    private UUID client;
    private String consent;

    @BeforeEach
    void aReferralWithItsGrant() throws Exception {
        client = registered(newMark());
        consent = as(INTAKE_WORKER).body("""
                {"recipients": ["%s"], "parts": ["identity", "referral"], "categories": ["legal-aid"],
                 "purposes": ["COC"], "validUntil": "%s"}""".formatted(Tokens.LEGAL_AID,
                Instant.now().plus(Duration.ofDays(90)))).post("/v1/clients/{id}/consents", client).then()
                .statusCode(201).extract().path("consentId");
        as(INTAKE_WORKER).header("If-Match", "\"0\"").body("""
                {"givenBy": "client", "manner": "written", "language": "en", "limitsOfConfidentialityTalk": true}""")
                .post("/v1/consents/{id}/give", consent).then().statusCode(200);
        tell("requested", "requested", 1);
        Things.await("the grant", () -> live(referral) == 1);
    }

    @AfterEach
    void closeEvents() {
        events.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"declined", "cancelled", "expired", "unsuccessful", "entered-in-error"})
    void itsRecipientLosesTheGrantForItAndNoOther(String status) throws Exception {
        tell("moved", status, 2);
        Things.await("the revocation", () -> live(referral) == 0);
        assertEquals(1, live(consent));
        assertEquals(List.of("issued", "revoked"), database.strings("""
                select split_part(type, '.', 5) from outbox where topic = 'intake.grant.v1'
                   and convert_from(payload, 'UTF8') like ? order by position""",
                "%\"basisId\":\"" + referral + "\"%"));
        tell("moved", status, 3);
        as(INTAKE_WORKER).post("/v1/consents/{id}/revoke", consent).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"accepted", "completed"})
    void whoHelpsOrHelpedKeepsIt(String status) throws Exception {
        tell("moved", status, 2);
        UUID later = UUID.randomUUID();
        events.send("org.alongside.referral.referral.requested.v1", later, state(later, "requested", 1));
        Things.await("what was told later", () -> !database
                .strings("select id::text from access_grant where basis_id = ?", later).isEmpty());
        assertEquals(1, live(referral));
    }

    private void tell(String verb, String status, int version) {
        events.send("org.alongside.referral.referral." + verb + ".v1", referral, state(referral, status, version));
    }

    private String state(UUID id, String status, int version) {
        return """
                {"referralId": "%s", "clientId": "%s", "homeAgency": "%s", "sender": "%s", "recipient": "%s",
                 "serviceId": "%s", "category": "legal-aid", "consentId": "%s", "parts": ["identity", "referral"],
                 "status": "%s", "loopClosed": false, "version": %d}""".formatted(id, client, Tokens.FAMILY_SERVICES,
                Tokens.FAMILY_SERVICES, Tokens.LEGAL_AID, UUID.randomUUID(), consent, status, version);
    }

    private int live(Object basis) {
        return database.strings("select id::text from access_grant where basis_id = ?::uuid and revoked_at is null",
                basis).size();
    }
}
