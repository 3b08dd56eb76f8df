package org.alongside.referral.clientdata;

import static org.alongside.referral.referral.Referrals.DATABASE;
import static org.alongside.referral.referral.Referrals.RECEIVER;
import static org.alongside.referral.referral.Referrals.SENDER;
import static org.alongside.referral.referral.Referrals.as;
import static org.alongside.referral.referral.Referrals.client;
import static org.alongside.referral.referral.Referrals.command;
import static org.alongside.referral.referral.Referrals.received;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.ClientDataTables;
import org.alongside.kit.testing.ClientDataWords;
import org.alongside.kit.testing.Tokens;
import org.alongside.referral.Directory;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

/** A client asks for all that is held about them, and gets it. */
@QuarkusTest
class ClientDataTest {

    private static final String OFFICER = Tokens.token(Tokens.FAMILY_SERVICES, Role.PRIVACY_OFFICER);

    private final UUID client = client();
    private final ClientDataTables tables = new ClientDataTables(DATABASE,
            Set.of("referral", "referral_message", "open_referral_client"), Map.of(),
            // keys; copies of what intake-service tells, which hands it out itself
            Set.of("client_key", "access_grant", "client_home", "consent", "merged_client", "restricted_client"));

    @Test
    void holdsEveryRowOfTheClient() {
        String referral = aReferral();
        JsonPath data = read(OFFICER, "application/json").statusCode(200)
                .body("format", equalTo("org.alongside.referral-data.v1"))
                .body("referrals[0].referral.message", equalTo("Please help with the notice."))
                .body("referrals[0].referral.clientView.words", equalTo("They called back"))
                .body("referrals[0].history.to", hasItems("requested", "accepted"))
                .body("referrals[0].messages.text", equalTo(List.of("Bring the letter", "I will")))
                .body("openReferrals[0].openReferral.areaPostalCode", equalTo("00105"))
                .body("openReferrals[0].message", equalTo("We need somebody")).extract().jsonPath();
        tables.check(client, data);
        assertEqualHistory(referral, data);
    }

    /** A row of the history names no client. */
    private static void assertEqualHistory(String referral, JsonPath data) {
        assertEquals(
                DATABASE.strings("select count(*)::text from referral_history where referral_id = ?::uuid", referral)
                        .get(0),
                Integer.toString(data.getList("referrals[0].history").size()));
    }

    @Test
    void saysTheSameOnAPageForPeople() {
        aReferral();
        read(OFFICER, "text/html").statusCode(200).body(containsString("<h1>What is kept about your referrals</h1>"))
                .body(containsString("They called back")).body(containsString("Bring the letter"))
                .body(containsString("Please help with the notice."));
    }

    @Test
    void everyMemberHasWordsInEachLanguage() {
        ClientDataWords.check("ReferralData");
    }

    @Test
    void onlyThePrivacyOfficerOfTheHomeAgencyReadsIt() {
        aReferral();
        read(SENDER, "application/json").statusCode(403);
        read(Tokens.token(Tokens.LEGAL_AID, Role.PRIVACY_OFFICER), "application/json").statusCode(404);
        as(OFFICER).get("/v1/clients/{id}/referral-data", UUID.randomUUID()).then().statusCode(404);
    }

    private String aReferral() {
        String referral = received(client, Directory.TENANT_ADVICE_LINE);
        command(RECEIVER, referral, "accept").statusCode(200);
        as(RECEIVER).body("{\"text\": \"Bring the letter\"}").post("/v1/referrals/{id}/messages", referral).then()
                .statusCode(201);
        as(SENDER).body("{\"text\": \"I will\"}").post("/v1/referrals/{id}/messages", referral).then().statusCode(201);
        command(SENDER, referral, "client-view", "{\"result\": \"partly\", \"words\": \"They called back\"}")
                .statusCode(200);
        as(SENDER)
                .body("""
                {"clientId": "%s", "category": "legal-aid", "areaPostalCode": "00105", "urgency": "soon", "message": "We need somebody"}"""
                        .formatted(client))
                .post("/v1/open-referrals").then().statusCode(201);
        return referral;
    }

    private ValidatableResponse read(String token, String accept) {
        return as(token).accept(accept).get("/v1/clients/{id}/referral-data", client).then();
    }
}
