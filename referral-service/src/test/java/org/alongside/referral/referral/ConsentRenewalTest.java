package org.alongside.referral.referral;

import static org.alongside.referral.referral.Referrals.DATABASE;
import static org.alongside.referral.referral.Referrals.INTAKE;
import static org.alongside.referral.referral.Referrals.RECEIVER;
import static org.alongside.referral.referral.Referrals.SENDER;
import static org.alongside.referral.referral.Referrals.as;
import static org.alongside.referral.referral.Referrals.await;
import static org.alongside.referral.referral.Referrals.client;
import static org.alongside.referral.referral.Referrals.command;
import static org.alongside.referral.referral.Referrals.consent;
import static org.alongside.referral.referral.Referrals.read;
import static org.alongside.referral.referral.Referrals.received;
import static org.alongside.referral.referral.Referrals.tellConsent;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.alongside.kit.testing.Tokens;
import org.alongside.referral.Directory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** A consent ends while another one of the client covers the same: the help that goes on is not lost. */
@QuarkusTest
class ConsentRenewalTest {

    private UUID client;
    private String referral;
    private UUID consent;

    @BeforeEach
    void anAcceptedReferral() {
        INTAKE.beat();
        Directory.places(Directory.EVICTION_DEFENCE, 5);
        client = client();
        referral = received(client, Directory.EVICTION_DEFENCE);
        command(RECEIVER, referral, "accept").statusCode(200);
        consent = UUID.fromString(read(SENDER, referral).extract().path("consentId"));
    }

    @Test
    void itGoesOnUnderTheOtherConsentAndKeepsItsPlace() {
        UUID other = consent(client, Map.of("parts", List.of("identity", "contact", "referral", "plan"), "recipients",
                List.of(Tokens.HOUSING, Tokens.LEGAL_AID)));
        tellConsent(consent, client, "revoked", 2, Map.of());
        restsOn(other);
        assertEquals(4, Directory.places(Directory.EVICTION_DEFENCE));
        read(RECEIVER, referral).body("clientId", equalTo(client.toString())).body("status", equalTo("accepted"));
        command(RECEIVER, referral, "start").statusCode(200);
        as(SENDER).get("/v1/referrals/{id}/history", referral).then()
                .body("items.action", contains("draft", "request", "accept", "consent-renewed", "start"))
                .body("items.side[3]", equalTo("system")).body("items.from[3]", equalTo("accepted"))
                .body("items.to[3]", equalTo("accepted"));
        String told = DATABASE.strings("select convert_from(payload, 'UTF8') from outbox where key = ?"
                + " and type = 'org.alongside.referral.referral.consent-renewed.v1'", referral).get(0);
        assertTrue(told.contains("\"consentId\":\"" + other + "\""), told);
        await("the consent to be settled", "select 1 from consent where id = ? and settled", consent);
    }

    @Test
    void whenItsTimeIsOverAsWellAndWhenThatOneEndsTooSoDoesTheReferral() {
        UUID other = consent(client, Map.of());
        tellConsent(consent, client, "expired", 2, Map.of());
        restsOn(other);
        tellConsent(other, client, "revoked", 2, Map.of());
        ends();
        assertEquals(5, Directory.places(Directory.EVICTION_DEFENCE));
    }

    @Test
    void aConsentThatCoversLessDoesNotCarryIt() {
        consent(client, Map.of("recipients", List.of(Tokens.HOUSING)));
        consent(client, Map.of("parts", List.of("identity", "referral")));
        consent(client, Map.of("categories", List.of("food-insecurity")));
        consent(client, Map.of("purposes", List.of("TREAT")));
        consent(client, Map.of("validUntil", Instant.now().minusSeconds(1).toString()));
        consent(client, Map.of("validFrom", Instant.now().plusSeconds(3600).toString()));
        consent(client(), Map.of());
        tellConsent(consent, client, "revoked", 2, Map.of());
        ends();
    }

    private void restsOn(UUID other) {
        await("the referral to rest on the other consent",
                () -> other.toString().equals(read(SENDER, referral).extract().path("consentId")));
        read(SENDER, referral).body("status", equalTo("accepted"));
    }

    private void ends() {
        await("the end of the referral", () -> "cancelled".equals(read(SENDER, referral).extract().path("status")));
        read(SENDER, referral).body("reason.code", equalTo("consent-ended"));
    }
}
