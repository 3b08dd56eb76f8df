package org.alongside.referral.referral;

import static io.restassured.RestAssured.given;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.KafkaEvents;
import org.alongside.kit.testing.Things;
import org.alongside.kit.testing.Tokens;
import org.alongside.referral.Directory;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** What intake-service would tell, and the calls of both sides, for the tests of referrals. */
public final class Referrals {

    public static final String SENDER = Tokens.token(Tokens.FAMILY_SERVICES, Role.REFERRAL_COORDINATOR);
    public static final String RECEIVER = Tokens.token(Tokens.LEGAL_AID, Role.RECEIVING_WORKER);
    public static final List<String> PARTS = List.of("contact", "identity", "referral");
    public static final KafkaEvents INTAKE = new KafkaEvents();
    public static final Database DATABASE = new Database("referral");

    private Referrals() {}

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    /** A client of family services that this service has learnt of. */
    public static UUID client() {
        UUID client = UUID.randomUUID();
        INTAKE.tell("intake.client.v1", client, "org.alongside.intake.client.registered.v1",
                Map.of("clientId", client, "homeAgency", Tokens.FAMILY_SERVICES, "version", 0));
        await("the client", "select 1 from client_home where client_id = ?", client);
        return client;
    }

    /** A consent that names all a referral for legal aid needs, with what a test changes of it. */
    public static UUID consent(UUID client, Map<String, ?> changes) {
        UUID consent = UUID.randomUUID();
        tellConsent(consent, client, "given", 1, changes);
        return consent;
    }

    public static void tellConsent(UUID consent, UUID client, String verb, long version, Map<String, ?> changes) {
        Map<String, Object> state = new HashMap<>(Map.of("consentId", consent, "clientId", client, "homeAgency",
                Tokens.FAMILY_SERVICES, "status", "given".equals(verb) ? "active" : verb, "recipients",
                List.of(Tokens.LEGAL_AID), "parts", PARTS, "categories", List.of("legal-aid"), "purposes",
                List.of("COC")));
        state.putAll(Map.of("validFrom", Instant.now().minus(Duration.ofDays(1)).toString(), "validUntil",
                Instant.now().plus(Duration.ofDays(90)).toString(), "version", version));
        state.putAll(changes);
        INTAKE.tell("intake.consent.v1", consent, "org.alongside.intake.consent." + verb + ".v1", state);
        await("the consent", "select 1 from consent where id = ? and version = ?", consent, version);
    }

    /** The grant that intake-service issues when a referral was sent. */
    public static UUID grant(String referral, UUID client) {
        UUID grant = tellGrant(UUID.randomUUID(), referral, client, null);
        await("the grant", "select 1 from access_grant where id = ?", grant);
        return grant;
    }

    /** As {@link #grant}, for another recipient than legal aid. */
    public static void grantTo(UUID agency, String referral, UUID client) {
        UUID grant = tellGrant(UUID.randomUUID(), referral, client, null, agency);
        await("the grant", "select 1 from access_grant where id = ?", grant);
    }

    public static void revoke(UUID grant, String referral, UUID client) {
        tellGrant(grant, referral, client, Instant.now());
    }

    public static UUID tellGrant(UUID grant, String referral, UUID client, Instant revokedAt) {
        return tellGrant(grant, referral, client, revokedAt, Tokens.LEGAL_AID);
    }

    private static UUID tellGrant(UUID grant, String referral, UUID client, Instant revokedAt, UUID agency) {
        Map<String, Object> state = new HashMap<>(Map.of("grantId", grant, "clientId", client, "homeAgency",
                Tokens.FAMILY_SERVICES, "grantee", agency, "parts", PARTS, "purposes", List.of("COC"),
                "basis",
                "referral", "basisId", referral, "consentId", UUID.randomUUID()));
        state.putAll(Map.of("validFrom", Instant.now().minus(Duration.ofDays(1)).toString(), "validUntil",
                Instant.now().plus(Duration.ofDays(90)).toString(), "version", revokedAt == null ? 0 : 1));
        if (revokedAt != null) {
            state.put("revokedAt", revokedAt.toString());
        }
        INTAKE.tell(KafkaEvents.GRANTS, grant,
                "org.alongside.intake.grant." + (revokedAt == null ? "issued" : "revoked") + ".v1", state);
        return grant;
    }

    /** Asked, seen by the recipient and put on its waiting list. */
    public static String waitlisted(UUID client, UUID service, String urgency) {
        consent(client, Map.of());
        String referral = as(SENDER).body(body(client, service, "Please.").replace("soon", urgency))
                .post("/v1/referrals").then().statusCode(201).extract().path("referralId");
        command(SENDER, referral, "request").statusCode(200);
        grant(referral, client);
        await("the referral at the recipient", () -> read(RECEIVER, referral).extract().statusCode() == 200);
        command(RECEIVER, referral, "waitlist").statusCode(200);
        return referral;
    }

    public static String body(UUID client, UUID service, String message) {
        return """
                {"clientId": "%s", "serviceId": "%s", "category": "legal-aid", "message": "%s", "urgency": "soon"}"""
                .formatted(client, service, message);
    }

    public static String drafted(UUID client, UUID service) {
        return as(SENDER).body(body(client, service, "Please help with the notice.")).post("/v1/referrals").then()
                .statusCode(201).extract().path("referralId");
    }

    /** Drafted, consented and sent; the recipient does not see it yet. */
    public static String requested(UUID client, UUID service) {
        consent(client, Map.of());
        String referral = drafted(client, service);
        command(SENDER, referral, "request").statusCode(200);
        return referral;
    }

    /** Sent, and seen by the recipient. */
    public static String received(UUID client, UUID service) {
        String referral = requested(client, service);
        grant(referral, client);
        INTAKE.beat();
        Things.Check seen = () -> read(RECEIVER, referral).extract().statusCode() == 200;
        await("the referral at the recipient", seen);
        return referral;
    }

    public static ValidatableResponse read(String token, String referral) {
        return as(token).get("/v1/referrals/{id}", referral).then();
    }

    public static ValidatableResponse command(String token, String referral, String command) {
        return command(token, referral, command, "");
    }

    /** On the version that is there, whichever it is. */
    public static ValidatableResponse command(String token, String referral, String command, String body) {
        return as(token).header("If-Match", "*").body(body).post("/v1/referrals/{id}/" + command, referral).then();
    }

    /** Two workers of the sender who have worked on referrals, and may be assigned others. */
    public static List<UUID> senders() {
        UUID client = client();
        List<UUID> workers = List.of(UUID.randomUUID(), UUID.randomUUID());
        workers.forEach(worker -> as(
                Tokens.of(Tokens.FAMILY_SERVICES, Role.REFERRAL_COORDINATOR).subject(worker).sign())
                .body(body(client, Directory.TENANT_ADVICE_LINE, "x")).post("/v1/referrals").then().statusCode(201));
        return workers;
    }

    /** As {@link #senders}, of the receiver. */
    public static List<UUID> receivers() {
        String referral = received(client(), Directory.TENANT_ADVICE_LINE);
        List<UUID> workers = List.of(UUID.randomUUID(), UUID.randomUUID());
        List<String> commands = List.of("waitlist", "accept");
        for (int i = 0; i < workers.size(); i++) {
            command(Tokens.of(Tokens.LEGAL_AID, Role.RECEIVING_WORKER).subject(workers.get(i)).sign(), referral,
                    commands.get(i)).statusCode(200);
        }
        return workers;
    }

    /** Body of an appointment so many days from now. */
    public static String appointment(int days) {
        return "{\"at\": \"" + Instant.now().plus(Duration.ofDays(days)) + "\", \"timeZone\": \"Europe/Vienna\"}";
    }

    /** Whether a referral is on any page of a list. */
    public static boolean inList(String token, String query, String referral) {
        String cursor = "";
        do {
            var page = as(token).get("/v1/referrals?limit=200&" + query + cursor).then().statusCode(200).extract();
            if (page.<List<String>>path("items.referralId").contains(referral)) {
                return true;
            }
            cursor = page.path("next") == null ? null : "&cursor=" + page.path("next");
        } while (cursor != null);
        return false;
    }

    public static void await(String what, String sql, Object... parameters) {
        await(what, () -> !DATABASE.strings(sql, parameters).isEmpty());
    }

    public static void await(String what, Things.Check check) {
        try {
            Things.await(what, check);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
