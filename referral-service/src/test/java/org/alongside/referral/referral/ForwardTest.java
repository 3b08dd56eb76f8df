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
import static org.alongside.referral.referral.Referrals.inList;
import static org.alongside.referral.referral.Referrals.read;
import static org.alongside.referral.referral.Referrals.received;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Tokens;
import org.alongside.referral.Directory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** An intermediary passes a referral on; what it received and what it sent stay in step by the system. */
@QuarkusTest
class ForwardTest {

    /** The intermediary on its other side: legal aid as the sender of what it forwards. */
    private static final String FORWARDER = Tokens.token(Tokens.LEGAL_AID, Role.REFERRAL_COORDINATOR);
    private static final String HOUSING = Tokens.token(Tokens.HOUSING, Role.RECEIVING_WORKER);

    @Inject
    ReferralExpiry expiry;

    private UUID client;
    private String parent;

    @BeforeEach
    void anAcceptedReferral() {
        INTAKE.beat();
        client = client();
        parent = received(client, Directory.TENANT_ADVICE_LINE);
        command(RECEIVER, parent, "accept").statusCode(200);
    }

    @Test
    void theChildIsTheIntermediarysReferralToTheNextRecipient() {
        String child = forwarded();
        read(HOUSING, child).statusCode(200).body("sender", equalTo(Tokens.LEGAL_AID.toString()))
                .body("recipient", equalTo(Tokens.HOUSING.toString())).body("status", equalTo("requested"))
                .body("message", equalTo("They need a flat.")).body("parentId", nullValue())
                .body("homeAgency", nullValue())
                .body("category", equalTo("legal-aid")).body("clientId", equalTo(client.toString()))
                .body("allowedActions", hasItems("accept", "decline"));
        read(HOUSING, parent).statusCode(404);
        read(FORWARDER, child).statusCode(200).body("parentId", equalTo(parent)).body("allowedActions",
                containsInAnyOrder("cancel", "enter-in-error", "assign", "message"));
        read(RECEIVER, parent).body("homeAgency", equalTo(Tokens.FAMILY_SERVICES.toString()));
        read(SENDER, child).statusCode(200).body("allowedActions", hasSize(0)).body("parentId", equalTo(parent))
                .body("homeAgency", equalTo(Tokens.FAMILY_SERVICES.toString()));
        command(SENDER, child, "cancel", "{\"reason\": \"duplicate\"}").statusCode(403);
        read(SENDER, parent).body("forwardedTo", equalTo(child)).body("status", equalTo("accepted"));
        read(RECEIVER, parent).body("allowedActions", containsInAnyOrder("cancel", "assign", "message"));
        command(RECEIVER, parent, "complete", "{\"providerResult\": \"partly\"}").statusCode(409);
        history(FORWARDER, child).body("items.action", contains("forward")).body("items.to", contains("requested"));
        history(SENDER, parent).body("items.action", contains("draft", "request", "accept", "forward"));
        assertTrue(inList(FORWARDER, "role=sent", child));
    }

    @Test
    void theParentFollowsTheChildToTheEnd() {
        String child = forwarded();
        command(HOUSING, child, "accept").statusCode(200);
        command(HOUSING, child, "start").statusCode(200);
        parentBecomes("in-progress");
        command(HOUSING, child, "hold").statusCode(200);
        parentBecomes("on-hold");
        command(HOUSING, child, "resume").statusCode(200);
        parentBecomes("in-progress");
        command(HOUSING, child, "complete", "{\"providerResult\": \"partly\"}").statusCode(200);
        parentBecomes("completed");
        read(SENDER, parent).body("providerResult", equalTo("partly")).body("allowedActions", hasItem("client-view"));
        read(FORWARDER, child).statusCode(200).body("clientId", equalTo(client.toString()));
        history(SENDER, parent).body("items.action[-1]", equalTo("follow")).body("items.side[-1]", equalTo("system"))
                .body("items.actor[-1]", equalTo("system:referral/inbox"));
    }

    @Test
    void aChildThatEndsWithoutHelpBringsTheParentBackToTheIntermediary() {
        String child = forwarded();
        command(HOUSING, child, "accept").statusCode(200);
        command(HOUSING, child, "start").statusCode(200);
        parentBecomes("in-progress");
        command(HOUSING, child, "unsuccessful", "{\"reason\": \"no-funds\"}").statusCode(200);
        comesBack();
        read(SENDER, parent).body("status", equalTo("on-hold"));
        assertTrue(inList(RECEIVER, "role=received&queue=returned", parent));
        read(RECEIVER, parent).body("allowedActions", hasItems("resume", "forward", "unsuccessful"));
        command(RECEIVER, parent, "resume").statusCode(200).body("returnedAt", nullValue());
        assertFalse(inList(RECEIVER, "role=received&queue=returned", parent));
    }

    @Test
    void aDeclinedOrExpiredChildDoesSoAsWellAndMayBeFollowedByAnother() throws SQLException {
        String declined = forwarded();
        command(HOUSING, declined, "decline", "{\"reason\": \"no-capacity\"}").statusCode(200);
        comesBack();
        read(RECEIVER, parent).body("status", equalTo("accepted")).body("returnedAt", notNullValue());
        String expired = forwarded();
        read(RECEIVER, parent).body("returnedAt", nullValue());
        DATABASE.run("update referral set reminded_at = now() - interval '25 hours' where id = ?::uuid", expired);
        expiry.expire();
        comesBack();
        String cancelled = forwarded();
        command(FORWARDER, cancelled, "cancel", "{\"reason\": \"duplicate\"}").statusCode(200);
        comesBack();
    }

    @Test
    void whenTheParentEndsTheChildEndsWithIt() {
        String child = forwarded();
        command(HOUSING, child, "accept").statusCode(200);
        command(SENDER, parent, "cancel", "{\"reason\": \"client-changed-mind\"}").statusCode(200);
        await("the end of the child", () -> "cancelled".equals(read(SENDER, child).extract().path("status")));
        read(HOUSING, child).body("reason.code", equalTo("client-changed-mind"));
        history(HOUSING, child).body("items.action[-1]", equalTo("follow"));
    }

    @Test
    void theConsentHasToNameTheNextRecipientAndWhatTheClientAgreedToIsNotTold() throws SQLException {
        consent(client, Map.of("recipients", List.of(Tokens.HOUSING), "categories", List.of("food-insecurity")));
        forward("They need a flat.", Directory.STREET_OUTREACH).statusCode(409)
                .body("type", equalTo("urn:alongside:problem:consent-missing")).body("missing", nullValue());
        read(SENDER, parent).body("forwardedTo", nullValue()).body("version", nullValue());
        assertEquals(List.of(),
                DATABASE.strings("select id::text from referral where parent_id = ?::uuid", parent));
        assertEquals(0, DATABASE.countAs("referral_app", Tokens.LEGAL_AID,
                "select count(*) from consent where client_id = ?", client));
        String asked = "select count(consent_covering(?, ?, array['referral'], 'food-insecurity'))";
        assertEquals(1, DATABASE.countAs("referral_app", Tokens.LEGAL_AID, asked, client, Tokens.HOUSING));
        assertEquals(0, DATABASE.countAs("referral_app", Tokens.HOUSING, asked, client, Tokens.HOUSING));
        assertEquals(0, DATABASE.countAs("referral_app", null, asked, client, Tokens.HOUSING));
    }

    @Test
    void whatCameBackIsTheIntermediarysToForwardAnewAndNoOtherMatchIsOffered() {
        String child = forwarded();
        command(HOUSING, child, "decline", "{\"reason\": \"no-capacity\"}").statusCode(200);
        comesBack();
        read(FORWARDER, child).body("allowedActions", not(hasItem("next-match")));
        assertFalse(inList(FORWARDER, "role=sent&queue=needs-next-match", child));
        assertTrue(inList(RECEIVER, "role=received&queue=returned", parent));
    }

    @Test
    void whenTheConsentToTheIntermediaryEndsTheHelpThatWasFoundGoesOnWithTheHomeAgency() throws SQLException {
        String child = forwarded();
        command(HOUSING, child, "accept").statusCode(200);
        as(FORWARDER).body(Map.of("text", "Between us two.")).post("/v1/referrals/{id}/messages", child).then()
                .statusCode(201);
        endConsentBehind(parent);
        await("the home agency as sender", () -> Tokens.FAMILY_SERVICES.toString()
                .equals(read(HOUSING, child).extract().path("sender")));
        read(HOUSING, child).body("status", equalTo("accepted")).body("clientId", equalTo(client.toString()))
                .body("homeAgency", equalTo(Tokens.FAMILY_SERVICES.toString()))
                .body("parentId", nullValue()).body("allowedActions", hasItem("start"));
        read(SENDER, child).body("allowedActions", hasItems("cancel", "client-view", "message"))
                .body("responsible.sender", notNullValue());
        assertTrue(inList(SENDER, "role=sent", child));
        history(HOUSING, child).body("items.action", contains("forward", "accept", "take-over"))
                .body("items.reason[2]", equalTo("intermediary-left")).body("items.side[2]", equalTo("system"));
        read(FORWARDER, child).statusCode(404);
        assertEquals(0, DATABASE.countAs("referral_app", Tokens.LEGAL_AID,
                "select count(*) from referral where id = ?::uuid", child));
        as(HOUSING).get("/v1/referrals/{id}/messages", child).then().body("items.text", contains("Between us two."));
        as(SENDER).get("/v1/referrals/{id}/messages", child).then().statusCode(200).body("items", hasSize(0));
        assertEquals(0, DATABASE.countAs("referral_app", Tokens.FAMILY_SERVICES,
                "select count(*) from referral_message where referral_id = ?::uuid", child));
        DATABASE.run("alter table referral_message disable row level security");
        try {
            as(SENDER).get("/v1/referrals/{id}/messages", child).then().statusCode(200).body("items", hasSize(0));
        } finally {
            DATABASE.run("alter table referral_message enable row level security");
        }
        command(HOUSING, child, "complete", "{\"providerResult\": \"service-given\"}").statusCode(200);
        command(SENDER, child, "client-view", "{\"result\": \"met\"}").statusCode(200)
                .body("loopClosed", equalTo(true));
    }

    @Test
    void whenTheConsentToTheNextRecipientHasEndedAsWellItsReferralEndsWithTheOther() throws SQLException {
        String child = forwarded();
        DATABASE.run("update consent set valid_until = now() - interval '1 second' where id ="
                + " (select consent_id from referral where id = ?::uuid)", child);
        endConsentBehind(parent);
        await("the end of the child", () -> "cancelled".equals(read(SENDER, child).extract().path("status")));
        read(SENDER, child).body("reason.code", equalTo("consent-ended"));
        read(HOUSING, child).body("clientId", nullValue()).body("status", equalTo("cancelled"));
    }

    @Test
    void whenTheConsentToTheNextRecipientWasRenewedItGoesOnUnderThatOne() throws SQLException {
        String child = forwarded();
        UUID renewed = consent(client, Map.of("recipients", List.of(Tokens.HOUSING)));
        DATABASE.run("update consent set valid_until = now() - interval '1 second' where id ="
                + " (select consent_id from referral where id = ?::uuid)", child);
        endConsentBehind(parent);
        await("the home agency as sender", () -> Tokens.FAMILY_SERVICES.toString()
                .equals(read(SENDER, child).extract().path("sender")));
        read(SENDER, child).body("status", equalTo("requested")).body("consentId", equalTo(renewed.toString()));
        history(SENDER, child).body("items.action", contains("forward", "consent-renewed", "take-over"));
    }

    @Test
    void itGoesNeitherBackNorToOneselfNorToAClosedService() {
        consentToHousing();
        refused(Directory.EMERGENCY_FUND, "cycle");
        refused(Directory.PROTECTION_LAW, "own-agency");
        refused(Directory.PANTRY, "off-suite");
        refused(UUID.randomUUID(), "unknown");
        as(RECEIVER).header("If-Match", "*")
                .body(Map.of("serviceId", Directory.STREET_OUTREACH, "message", "x", "parts",
                        List.of("referral", "household")))
                .post("/v1/referrals/{id}/forward", parent).then().statusCode(400)
                .body("violations.code", contains("not-given"));
        String child = forwarded();
        command(HOUSING, child, "accept").statusCode(200);
        as(HOUSING).header("If-Match", "*").body(Map.of("serviceId", Directory.TENANT_ADVICE_LINE, "message", "x"))
                .post("/v1/referrals/{id}/forward", child).then().statusCode(400)
                .body("violations.code", contains("cycle")).body("violations.field", contains("/serviceId"));
    }

    @Test
    void whoForwardsLearnsNothingOfTheAgenciesBeforeItsOwnSender() {
        String child = forwarded();
        command(HOUSING, child, "accept").statusCode(200);
        assertEquals(Map.of("status", 400, "code", "cycle"), refusedTo(Directory.PROTECTION_LAW, child));
        consent(client, Map.of("recipients", List.of(Tokens.FAMILY_SERVICES)));
        assertEquals(Map.of("status", 409, "code", "consent-missing"), refusedTo(Directory.EMERGENCY_FUND, child));
    }

    @Test
    void onlyTheReceiverForwardsAndOnlyOnceAtATime() {
        consentToHousing();
        as(SENDER).header("If-Match", "*").body(Map.of("serviceId", Directory.STREET_OUTREACH, "message", "x"))
                .post("/v1/referrals/{id}/forward", parent).then().statusCode(403);
        forwarded();
        forward("Again.", Directory.STREET_OUTREACH).statusCode(409).body("asked", equalTo("forward"))
                .body("allowed", not(hasItem("forward")));
    }

    @Test
    void theIntermediaryAndTheNextRecipientWriteToEachOtherAndTheHomeAgencyDoesNotReadIt() {
        String child = forwarded();
        as(FORWARDER).body(Map.of("text", "Between us two.")).post("/v1/referrals/{id}/messages", child).then()
                .statusCode(201);
        as(HOUSING).get("/v1/referrals/{id}/messages", child).then().statusCode(200).body("items.text",
                contains("Between us two."));
        as(SENDER).get("/v1/referrals/{id}/messages", child).then().statusCode(404);
    }

    @Test
    void withoutItsGrantTheIntermediarySeesNothingOfTheChildByEitherCheck() throws SQLException {
        String child = forwarded();
        UUID grant = UUID.fromString(
                DATABASE.strings("select id::text from access_grant where basis_id = ?::uuid", parent).get(0));
        Referrals.revoke(grant, parent, client);
        await("the revocation", () -> read(FORWARDER, child).extract().statusCode() == 404);
        assertEquals(0, DATABASE.countAs("referral_app", Tokens.LEGAL_AID,
                "select count(*) from referral where id = ?::uuid", child));
        DATABASE.run("alter table referral disable row level security");
        try {
            read(FORWARDER, child).statusCode(404);
        } finally {
            DATABASE.run("alter table referral enable row level security");
        }
    }

    /** No event tells of the end here: nothing but the state itself closes it. */
    @Test
    void anIntermediaryIsShutOutOfTheChildAtTheMomentInWhichItsOwnReferralEnds() throws SQLException {
        String child = forwarded();
        for (String ended : List.of("cancelled", "entered-in-error", "unsuccessful")) {
            read(FORWARDER, child).statusCode(200);
            DATABASE.run("update referral set status = ? where id = ?::uuid", ended, parent);
            shutOut(child);
            DATABASE.run("update referral set status = 'accepted' where id = ?::uuid", parent);
        }
    }

    @Test
    void anIntermediaryIsShutOutOfTheChildAtTheMomentInWhichTheConsentToItEnds() throws SQLException {
        String child = forwarded();
        read(FORWARDER, child).statusCode(200);
        DATABASE.run("update consent set status = 'revoked', settled = true where id ="
                + " (select consent_id from referral where id = ?::uuid)", parent);
        shutOut(child);
    }

    private void shutOut(String child) throws SQLException {
        nothingOf(child);
        assertEquals(0, DATABASE.countAs("referral_app", Tokens.LEGAL_AID,
                "select count(*) from referral where id = ?::uuid", child));
        DATABASE.run("alter table referral disable row level security");
        try {
            nothingOf(child);
        } finally {
            DATABASE.run("alter table referral enable row level security");
        }
        read(HOUSING, child).statusCode(200).body("clientId", equalTo(client.toString()));
    }

    private void nothingOf(String child) {
        read(FORWARDER, child).statusCode(404);
        command(FORWARDER, child, "cancel", "{\"reason\": \"duplicate\"}").statusCode(404);
        as(FORWARDER).get("/v1/referrals/{id}/messages", child).then().statusCode(404);
        as(FORWARDER).get("/v1/referrals/{id}/history", child).then().statusCode(404);
        as(FORWARDER).get("/v1/referrals/{id}/tried", child).then().statusCode(404);
        assertFalse(inList(FORWARDER, "role=sent", child));
    }

    /** How an attempt of housing to pass the child on is refused. */
    private static Map<String, Object> refusedTo(UUID service, String child) {
        var refusal = as(HOUSING).header("If-Match", "*").body(Map.of("serviceId", service, "message", "x"))
                .post("/v1/referrals/{id}/forward", child).then().extract();
        String type = refusal.<String>path("type").replace("urn:alongside:problem:", "");
        return Map.of("status", refusal.statusCode(), "code",
                refusal.statusCode() == 400 ? refusal.path("violations[0].code") : type);
    }

    private String forwarded() {
        consentToHousing();
        String child = forward("They need a flat.", Directory.STREET_OUTREACH).statusCode(200).extract()
                .path("forwardedTo");
        Referrals.grantTo(Tokens.HOUSING, child, client);
        await("the child at its recipient", () -> read(HOUSING, child).extract().statusCode() == 200);
        return child;
    }

    /** The client takes back the consent to the intermediary, and no other. */
    private void endConsentBehind(String referral) {
        UUID consent = UUID.fromString(read(SENDER, referral).extract().path("consentId"));
        Referrals.tellConsent(consent, client, "revoked", 2, Map.of());
        UUID grant = UUID.fromString(
                DATABASE.strings("select id::text from access_grant where basis_id = ?::uuid", referral).get(0));
        Referrals.revoke(grant, referral, client);
        await("the end of the referral", () -> "cancelled".equals(read(SENDER, referral).extract().path("status")));
    }

    private void consentToHousing() {
        consent(client, Map.of("recipients", List.of(Tokens.HOUSING)));
    }

    private ValidatableResponse forward(String message, UUID service) {
        return as(RECEIVER).header("If-Match", "*").body(Map.of("serviceId", service, "message", message))
                .post("/v1/referrals/{id}/forward", parent).then();
    }

    private void refused(UUID service, String code) {
        forward("x", service).statusCode(400).body("violations.code", contains(code)).body("violations.field",
                contains("/serviceId"));
    }

    private void parentBecomes(String status) {
        await("the parent " + status, () -> status.equals(read(SENDER, parent).extract().path("status")));
    }

    private void comesBack() {
        await("the parent to come back",
                () -> read(SENDER, parent).extract().path("forwardedTo") == null);
    }

    private static ValidatableResponse history(String token, String referral) {
        return as(token).get("/v1/referrals/{id}/history", referral).then().statusCode(200);
    }
}
