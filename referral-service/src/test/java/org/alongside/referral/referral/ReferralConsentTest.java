package org.alongside.referral.referral;

import static org.alongside.referral.referral.Referrals.DATABASE;
import static org.alongside.referral.referral.Referrals.SENDER;
import static org.alongside.referral.referral.Referrals.client;
import static org.alongside.referral.referral.Referrals.command;
import static org.alongside.referral.referral.Referrals.consent;
import static org.alongside.referral.referral.Referrals.drafted;
import static org.alongside.referral.referral.Referrals.read;
import static org.alongside.referral.referral.Referrals.tellConsent;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.alongside.kit.testing.Tokens;
import org.alongside.referral.Directory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Nothing is sent that the client did not agree to, and what is missing is said. */
@QuarkusTest
class ReferralConsentTest {

    private UUID client;
    private String referral;

    @BeforeEach
    void aDraft() {
        client = client();
        referral = drafted(client, Directory.TENANT_ADVICE_LINE);
    }

    @Test
    void withoutAnyConsentEverythingIsMissing() {
        refused().body("missing.recipient", equalTo(Tokens.LEGAL_AID.toString()))
                .body("missing.parts", containsInAnyOrder("identity", "contact", "referral"))
                .body("missing.category", equalTo("legal-aid")).body("missing.purpose", equalTo("COC"));
    }

    @Test
    void aConsentForAnotherRecipientIsNotEnough() {
        consent(client, Map.of("recipients", List.of(Tokens.HOUSING)));
        refused().body("missing.recipient", equalTo(Tokens.LEGAL_AID.toString())).body("missing.parts", hasSize(0))
                .body("missing.category", nullValue()).body("missing.purpose", nullValue());
    }

    @Test
    void everyPartMustBeNamed() {
        consent(client, Map.of("parts", List.of("identity", "referral")));
        refused().body("missing.parts", contains("contact")).body("missing.recipient", nullValue());
    }

    @Test
    void theCategoryMustBeNamed() {
        consent(client, Map.of("categories", List.of("food-insecurity")));
        refused().body("missing.category", equalTo("legal-aid")).body("missing.parts", hasSize(0));
    }

    @Test
    void thePurposesMustIncludeTheCoordinationOfHelp() {
        consent(client, Map.of("purposes", List.of("TREAT", "HOPERAT")));
        refused().body("missing.purpose", equalTo("COC")).body("missing.parts", hasSize(0));
        consent(client, Map.of("purposes", List.of("TREAT", "COC")));
        command(SENDER, referral, "request").statusCode(200);
    }

    @Test
    void aConsentCountsFromItsStartToItsEnd() {
        consent(client, Map.of("validUntil", Instant.now().minusSeconds(1).toString()));
        consent(client, Map.of("validFrom", Instant.now().plusSeconds(3600).toString()));
        refused().body("missing.recipient", equalTo(Tokens.LEGAL_AID.toString()));
    }

    @Test
    void theConsentThatComesNearestSaysWhatIsMissing() {
        consent(client, Map.of("parts", List.of("identity")));
        consent(client, Map.of("parts", List.of("identity", "contact")));
        consent(client, Map.of("recipients", List.of(Tokens.HOUSING)));
        refused().body("missing.parts", contains("referral")).body("missing.recipient", nullValue());
    }

    @Test
    void twoConsentsDoNotAddUp() {
        consent(client, Map.of("parts", List.of("identity", "contact")));
        consent(client, Map.of("parts", List.of("referral")));
        refused().body("missing.parts", contains("referral"));
    }

    @Test
    void aRevokedOrExpiredConsentIsNone() {
        UUID revoked = consent(client, Map.of());
        tellConsent(revoked, client, "revoked", 2, Map.of());
        UUID expired = consent(client, Map.of());
        tellConsent(expired, client, "expired", 2, Map.of());
        refused().body("missing.recipient", equalTo(Tokens.LEGAL_AID.toString()));
    }

    @Test
    void theConsentOfAnotherClientIsNone() {
        consent(client(), Map.of());
        refused();
    }

    private ValidatableResponse refused() {
        ValidatableResponse refusal = command(SENDER, referral, "request").statusCode(409)
                .body("type", equalTo("urn:alongside:problem:consent-missing"));
        read(SENDER, referral).header("ETag", "\"0\"").body("status", equalTo("draft")).body("consentId", nullValue());
        assertEquals(List.of(),
                DATABASE.strings("select id::text from outbox where topic = 'referral.referral.v1' and key = ?",
                        referral),
                "nothing is sent");
        return refusal;
    }
}
