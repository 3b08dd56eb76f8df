package org.alongside.referral.referral;

import static org.alongside.referral.referral.Referrals.DATABASE;
import static org.alongside.referral.referral.Referrals.INTAKE;
import static org.alongside.referral.referral.Referrals.RECEIVER;
import static org.alongside.referral.referral.Referrals.SENDER;
import static org.alongside.referral.referral.Referrals.as;
import static org.alongside.referral.referral.Referrals.client;
import static org.alongside.referral.referral.Referrals.command;
import static org.alongside.referral.referral.Referrals.consent;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Tokens;
import org.alongside.referral.Directory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** Referrals that belong together are drafted and sent all or none, and seen with the status of each. */
@QuarkusTest
class BundleTest {

    private UUID client;

    @BeforeEach
    void aClient() {
        client = client();
    }

    @Test
    void severalReferralsForOneNeedInOneRequest() {
        consent(client, Map.of());
        ExtractableResponse<Response> created = create(List.of(legal(), outreach())).statusCode(201)
                .body("referrals.status", contains("draft", "draft")).body("clientId", equalTo(client.toString()))
                .body("referrals.serviceId", contains(Directory.TENANT_ADVICE_LINE.toString(),
                        Directory.STREET_OUTREACH.toString()))
                .extract();
        String bundle = created.path("bundleId");
        read(SENDER, bundle).statusCode(200).body("referrals.bundleId", everyItem(equalTo(bundle))).header("ETag",
                equalTo(created.header("ETag")));
        List<String> ids = created.path("referrals.referralId");
        command(SENDER, ids.get(0), "request").statusCode(200);
        read(SENDER, bundle).body("referrals.status", contains("requested", "draft")).header("ETag",
                not(equalTo(created.header("ETag"))));
    }

    @Test
    void allAreSentOrNone() {
        consent(client, Map.of());
        String bundle = create(List.of(legal(), outreach())).statusCode(201).extract().path("bundleId");
        String second = read(SENDER, bundle).extract().path("referrals[1].referralId");
        request(bundle, "*").statusCode(409).body("type", equalTo("urn:alongside:problem:consent-missing"))
                .body("referralId", equalTo(second)).body("missing.recipient", equalTo(Tokens.HOUSING.toString()));
        read(SENDER, bundle).body("referrals.status", contains("draft", "draft"));
        consent(client, Map.of("recipients", List.of(Tokens.HOUSING)));
        as(SENDER).post("/v1/bundles/{id}/request", bundle).then().statusCode(428);
        request(bundle, "\"77\"").statusCode(412);
        request(bundle, "*").statusCode(200).body("referrals.status", contains("requested", "requested"));
        request(bundle, "*").statusCode(409).body("detail", containsString("draft"));
    }

    @Test
    void oneThatWasWithdrawnDoesNotHoldTheOthersBack() {
        consent(client, Map.of());
        String bundle = create(List.of(legal(), outreach())).statusCode(201).extract().path("bundleId");
        String second = read(SENDER, bundle).extract().path("referrals[1].referralId");
        command(SENDER, second, "cancel", "{\"reason\": \"other\", \"text\": \"No consent.\"}").statusCode(200);
        request(bundle, "*").statusCode(200).body("referrals.status", contains("requested", "cancelled"));
    }

    @Test
    void oneThatIsRefusedLeavesNoneBehind() {
        create(List.of(legal(), one(Directory.WILLS_AT_HOME))).statusCode(400)
                .body("violations.field", contains("/referrals/1/serviceId"))
                .body("violations.code", contains("inactive"));
        create(List.of(legal(), legal())).statusCode(400).body("violations.field", contains("/referrals/1/serviceId"))
                .body("violations.code", contains("double"));
        create(List.of(legal(), one(Directory.EMERGENCY_FUND))).statusCode(400).body("violations.code",
                contains("own-agency"));
        create(Collections.nCopies(11, legal())).statusCode(400).body("violations.field", contains("/referrals"));
        create(List.of()).statusCode(400).body("violations.field", contains("/referrals"));
        assertEquals(List.of(), DATABASE.strings("select id::text from referral where client_id = ?", client));
    }

    @Test
    void aSingleReferralIsPutIntoNoBundle() {
        as(SENDER).body("""
                {"clientId": "%s", "serviceId": "%s", "category": "legal-aid", "message": "x", "urgency": "soon",
                 "bundleId": "%s"}""".formatted(client, Directory.TENANT_ADVICE_LINE, UUID.randomUUID()))
                .post("/v1/referrals").then().statusCode(400);
    }

    @Test
    void theRecipientOfOneDoesNotLearnThatThereIsABundle() {
        INTAKE.beat();
        consent(client, Map.of());
        String bundle = create(List.of(legal())).statusCode(201).extract().path("bundleId");
        String one = read(SENDER, bundle).extract().path("referrals[0].referralId");
        request(bundle, "*").statusCode(200);
        Referrals.grant(one, client);
        Referrals.await("the referral at the recipient",
                () -> Referrals.read(RECEIVER, one).extract().statusCode() == 200);
        Referrals.read(SENDER, one).body("bundleId", equalTo(bundle));
        assertFalse(Referrals.read(RECEIVER, one).extract().asString().contains(bundle));
        assertFalse(as(RECEIVER).get("/v1/referrals?role=received&limit=200").then().statusCode(200).extract()
                .asString().contains(bundle));
    }

    @Test
    void aRepeatedRequestIsOneBundle() {
        String key = UUID.randomUUID().toString();
        String first = withKey(key).statusCode(201).extract().path("bundleId");
        assertEquals(first, withKey(key).statusCode(201).extract().path("bundleId"));
        read(SENDER, first).body("referrals", hasSize(1));
    }

    @Test
    void itIsTheSendersAlone() {
        String bundle = create(List.of(legal())).statusCode(201).extract().path("bundleId");
        String other = Tokens.token(Tokens.HOUSING, Role.REFERRAL_COORDINATOR);
        String absent = read(other, UUID.randomUUID().toString()).statusCode(404).extract().asString();
        assertEquals(absent, read(other, bundle).statusCode(404).extract().asString());
        as(other).header("If-Match", "*").post("/v1/bundles/{id}/request", bundle).then().statusCode(404);
        read(Tokens.token(Tokens.FAMILY_SERVICES, Role.RECEIVING_WORKER), bundle).statusCode(403);
        read("no-token", bundle).statusCode(401);
    }

    private static Map<String, Object> legal() {
        return one(Directory.TENANT_ADVICE_LINE);
    }

    private static Map<String, Object> outreach() {
        return one(Directory.STREET_OUTREACH);
    }

    private static Map<String, Object> one(UUID service) {
        return Map.of("serviceId", service, "category", "legal-aid", "message", "Together with the other.");
    }

    private ValidatableResponse create(List<Map<String, Object>> referrals) {
        return as(SENDER).body(body(referrals)).post("/v1/bundles").then();
    }

    private ValidatableResponse withKey(String key) {
        return as(SENDER).header("Idempotency-Key", key).body(body(List.of(legal()))).post("/v1/bundles").then();
    }

    private Map<String, Object> body(List<Map<String, Object>> referrals) {
        return Map.of("clientId", client, "urgency", "soon", "referrals", referrals);
    }

    private static ValidatableResponse read(String token, String bundle) {
        return as(token).get("/v1/bundles/{id}", bundle).then();
    }

    private static ValidatableResponse request(String bundle, String ifMatch) {
        return as(SENDER).header("If-Match", ifMatch).post("/v1/bundles/{id}/request", bundle).then();
    }
}
