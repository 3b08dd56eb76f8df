package org.alongside.intake.consent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.alongside.intake.client.Clients.INTAKE_WORKER;
import static org.alongside.intake.client.Clients.as;
import static org.alongside.intake.client.Clients.newMark;
import static org.alongside.intake.client.Clients.registered;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.alongside.kit.caller.Role;
import org.alongside.kit.event.Event;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.KafkaEvents;
import org.alongside.kit.testing.Things;
import org.alongside.kit.testing.Tokens;
import org.alongside.kit.testing.TopicReader;
import org.alongside.local.TestStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class ConsentTest {

    private static final String GIVEN = """
            {"givenBy": "client", "manner": "verbal-with-witness", "witness": "A colleague", "language": "es", "limitsOfConfidentialityTalk": true}""";

    @Inject
    ConsentExpiry expiry;

    private final Database database = new Database("intake");
    private UUID client;
    private final String legalAid = Tokens.token(Tokens.LEGAL_AID, Role.RECEIVING_WORKER);

    @BeforeEach
    void aClientOfFamilyServices() {
        client = registered(newMark());
    }

    @Test
    void aGivenConsentOpensTheNamedPartsToTheRecipientAndRevokingItClosesThemAtOnce() {
        readAsLegalAid("COC").statusCode(404);
        String consent = given(proposal(Tokens.LEGAL_AID, "[\"identity\"]"));
        readAsLegalAid("COC").statusCode(200).body("identity", notNullValue()).body("contact", nullValue());
        as(Tokens.token(Tokens.HOUSING, Role.RECEIVING_WORKER)).header("X-Purpose-Of-Use", "COC")
                .get("/v1/clients/{id}", client).then().statusCode(404);
        as(INTAKE_WORKER).post("/v1/consents/{id}/revoke", consent).then().statusCode(200)
                .body("status", equalTo("revoked"));
        readAsLegalAid("COC").statusCode(404);
    }

    @Test
    void aGrantIsGoodForThePurposesOfItsConsentOnly() {
        given(proposal(Tokens.LEGAL_AID, "[\"identity\"]"));
        readAsLegalAid("TREAT").statusCode(404);
    }

    @Test
    void theHomeAgencySeesWhoMaySeeTheClientAndSinceWhenNoLonger() {
        String consent = given(proposal(Tokens.LEGAL_AID, "[\"identity\", \"contact\"]"));
        as(INTAKE_WORKER).get("/v1/clients/{id}/grants", client).then().statusCode(200).body("items", hasSize(1))
                .body("items[0].grantee", equalTo(Tokens.LEGAL_AID.toString()))
                .body("items[0].parts", equalTo(List.of("contact", "identity")))
                .body("items[0].basis", equalTo("consent")).body("items[0].revokedAt", nullValue());
        as(INTAKE_WORKER).post("/v1/consents/{id}/revoke", consent).then().statusCode(200);
        as(INTAKE_WORKER).get("/v1/clients/{id}/grants", client).then().body("items[0].revokedAt", notNullValue());
    }

    @Test
    void grantsOfAnotherAgencysClientLookLikeThoseOfNoClient() {
        as(Tokens.token(Tokens.HOUSING, Role.INTAKE_WORKER)).get("/v1/clients/{id}/grants", client).then()
                .statusCode(404);
        as(INTAKE_WORKER).get("/v1/clients/{id}/grants", UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void aRefusedConsentOpensNothingAndBlocksNothing() {
        String consent = proposed(proposal(Tokens.LEGAL_AID, "[\"identity\"]"));
        command(consent, "refuse", "\"0\"", "").statusCode(200).body("status", equalTo("refused"));
        readAsLegalAid("COC").statusCode(404);
        as(INTAKE_WORKER).post("/v1/clients/{id}/intakes", client).then().statusCode(201);
    }

    @Test
    void theTransitionTableHolds() {
        String consent = given(proposal(Tokens.LEGAL_AID, "[\"identity\"]"));
        command(consent, "give", "\"1\"", GIVEN).statusCode(409)
                .body("type", equalTo("urn:alongside:problem:conflicting-state")).body("present", equalTo("active"))
                .body("allowed", equalTo(List.of("expired", "revoked")));
        command(consent, "refuse", "\"1\"", "").statusCode(409);
        as(INTAKE_WORKER).post("/v1/consents/{id}/revoke", consent).then().statusCode(200);
        as(INTAKE_WORKER).post("/v1/consents/{id}/revoke", consent).then().statusCode(409);
    }

    @Test
    void givingNeedsTheVersionThatWasRead() {
        String consent = proposed(proposal(Tokens.LEGAL_AID, "[\"identity\"]"));
        as(INTAKE_WORKER).body(GIVEN).post("/v1/consents/{id}/give", consent).then().statusCode(428);
        command(consent, "give", "\"9\"", GIVEN).statusCode(412);
        command(consent, "give", "\"0\"", """
                {"givenBy": "proxy", "manner": "written", "language": "en"}""").statusCode(400);
    }

    @Test
    void aProposalHasAnEndWithinBoundsARecipientOutsideAndKnownCodes() {
        String year = Instant.now().plus(Duration.ofDays(100)).toString();
        refused(body("[\"" + Tokens.LEGAL_AID + "\"]", "[\"identity\"]", "[]", null), "/validUntil");
        refused(body("[\"" + Tokens.LEGAL_AID + "\"]", "[\"identity\"]", "[]", "2020-01-01T00:00:00Z"), "/validUntil");
        refused(body("[\"" + Tokens.LEGAL_AID + "\"]", "[\"identity\"]", "[]",
                Instant.now().plus(Duration.ofDays(400)).toString()), "/validUntil");
        refused(body("[]", "[\"identity\"]", "[]", year), "/recipients");
        refused(body("[\"" + Tokens.FAMILY_SERVICES + "\"]", "[\"identity\"]", "[]", year), "/recipients");
        refused(body("[\"" + Tokens.LEGAL_AID + "\"]", "[\"consent\"]", "[]", year), "/parts");
        refused(body("[\"" + Tokens.LEGAL_AID + "\"]", "[\"secrets\"]", "[]", year), "/parts/0");
        refused(body("[\"" + Tokens.LEGAL_AID + "\"]", "[\"identity\"]", "[\"weather\"]", year), "/categories");
    }

    /** An emergency and oversight are decided elsewhere: a header must not do. */
    @ParameterizedTest
    @ValueSource(strings = {"ETREAT", "HCOMPL"})
    void nobodyConsentsToAnEmergencyOrToOversight(String purpose) {
        refused(proposal(Tokens.LEGAL_AID, "[\"identity\"]").replace("\"COC\"", "\"COC\", \"" + purpose + "\""),
                "/purposes");
    }

    @Test
    void whatEndedBeforeItWasGivenIsNotGiven() throws Exception {
        String consent = proposed(proposal(Tokens.LEGAL_AID, "[\"identity\"]"));
        database.run("update consent set valid_from = now() - interval '2 days', valid_until = now() - interval '1 day'"
                + " where id = ?", UUID.fromString(consent));
        command(consent, "give", "\"0\"", GIVEN).statusCode(409).body("detail",
                containsString("Propose a new consent"));
        assertEquals(List.of(), database.strings("select id::text from access_grant where client_id = ?", client));
    }

    @Test
    void aConsentWhoseTimeIsOverExpiresAndTheOthersLearnOfIt() throws Exception {
        String over = given(proposal(Tokens.LEGAL_AID, "[\"identity\"]"));
        String other = given(proposal(Tokens.HOUSING, "[\"identity\"]"));
        database.run("update consent set valid_from = now() - interval '2 days', valid_until = now() - interval '1 day'"
                + " where id = ?", UUID.fromString(over));
        expiry.expire();
        as(INTAKE_WORKER).get("/v1/consents/{id}", over).then().body("status", equalTo("expired"))
                .body("endedAt", notNullValue());
        as(INTAKE_WORKER).get("/v1/consents/{id}", other).then().body("status", equalTo("active"));
        assertEquals(List.of("org.alongside.intake.consent.expired.v1"), database.strings("""
                select type from outbox where topic = 'intake.consent.v1' and convert_from(payload, 'UTF8') like ?
                 order by position desc limit 1""", "%" + over + "%"));
        command(over, "give", "\"2\"", GIVEN).statusCode(409);
    }

    @Test
    void theDatabaseLetsOnlyTheHomeAgencyChangeAGrant() throws Exception {
        given(proposal(Tokens.LEGAL_AID, "[\"identity\"]"));
        String end = """
                with ended as (update access_grant set revoked_at = now() where client_id = ? returning id)
                select count(*) from ended""";
        assertEquals(0, database.countAs("intake_app", Tokens.LEGAL_AID, end, client));
        assertEquals(1, database.countAs("intake_app", Tokens.FAMILY_SERVICES, end, client));
    }

    @Test
    void theDatabaseLetsNobodyWidenAGrant() {
        given(proposal(Tokens.LEGAL_AID, "[\"identity\"]"));
        for (String wider : List.of("valid_until = valid_until + interval '1 year'", "parts = '{notes}'",
                "worker = null")) {
            assertThrows(SQLException.class,
                    () -> database.countAs("intake_app", Tokens.FAMILY_SERVICES,
                            "with wider as (update access_grant set "
                                    + wider + " where client_id = ? returning id) select count(*) from wider",
                            client));
        }
    }

    @Test
    void aConsentsGrantsEndWithItWithoutAnybodyDoingAnything() throws Exception {
        given(proposal(Tokens.LEGAL_AID, "[\"identity\"]"));
        database.run("update access_grant set valid_until = now() where client_id = ?", client);
        readAsLegalAid("COC").statusCode(404);
    }

    @Test
    void aRepublicationTellsEndedGrantsTooAndThatItWasAll() {
        String consent = given(proposal(Tokens.LEGAL_AID, "[\"identity\"]"));
        as(INTAKE_WORKER).post("/v1/consents/{id}/revoke", consent).then().statusCode(200);
        as(Tokens.token(Tokens.FAMILY_SERVICES, Role.SYSTEM_ADMIN)).body("{\"topic\":\"intake.grant.v1\"}")
                .post("/v1/system/events/republish").then().statusCode(204);

        assertEquals(List.of("org.alongside.intake.grant.revoked.v1"), database.strings("""
                select type from outbox where snapshot and convert_from(payload, 'UTF8') like ?""",
                "%" + consent + "%"));
        assertEquals(List.of("org.alongside.intake.grant.republished.v1"), database.strings(
                "select type from outbox where topic = 'intake.grant.v1' order by position desc limit 1"));
    }

    @Test
    void aHeartbeatNamesTheLastSequenceToldBeforeIt() throws Exception {
        given(proposal(Tokens.LEGAL_AID, "[\"identity\"]"));
        Things.await("a heartbeat behind the grant", () -> isBeat(last(toldSinceTheGrant())));
        Event last = null;
        for (Event event : toldSinceTheGrant()) {
            if (isBeat(event)) {
                assertEquals(last.sequence(), new JsonPath(new String(event.payload(), UTF_8)).getLong("lastSequence"));
            } else {
                last = event;
            }
        }
    }

    @Test
    void consentEventsCarryCodesForTheOtherServices() {
        String consent = given(proposal(Tokens.LEGAL_AID, "[\"identity\"]"));
        List<String> payloads = database.strings(
                "select convert_from(payload, 'UTF8') from outbox where topic = 'intake.consent.v1' and key = ?",
                client.toString());
        assertTrue(payloads.size() == 1 && payloads.get(0).contains("\"status\":\"active\"")
                && payloads.get(0).contains(consent), payloads.toString());
    }

    /** From the event of this client's grant on; empty before it was told. */
    private List<Event> toldSinceTheGrant() {
        return TopicReader.events(TestStack.kafka().bootstrapServers(), KafkaEvents.GRANTS).stream()
                .dropWhile(event -> !new String(event.payload(), UTF_8).contains(client.toString())).toList();
    }

    private static Event last(List<Event> events) {
        return events.isEmpty() ? null : events.get(events.size() - 1);
    }

    private static boolean isBeat(Event event) {
        return event != null && event.type().equals("org.alongside.intake.grant.heartbeat.v1");
    }

    private ValidatableResponse readAsLegalAid(String purpose) {
        return as(legalAid).header("X-Purpose-Of-Use", purpose).get("/v1/clients/{id}", client).then();
    }

    private String proposed(String body) {
        return as(INTAKE_WORKER).body(body).post("/v1/clients/{id}/consents", client).then().statusCode(201)
                .body("status", equalTo("proposed")).extract().path("consentId");
    }

    private String given(String body) {
        String consent = proposed(body);
        command(consent, "give", "\"0\"", GIVEN).statusCode(200).body("status", equalTo("active"));
        return consent;
    }

    private static ValidatableResponse command(String consent, String command, String version, String body) {
        return as(INTAKE_WORKER).header("If-Match", version).body(body).post("/v1/consents/{id}/" + command, consent)
                .then();
    }

    private void refused(String body, String field) {
        as(INTAKE_WORKER).body(body).post("/v1/clients/{id}/consents", client).then().statusCode(400)
                .body("violations.field", hasItem(field));
    }

    private static String proposal(UUID recipient, String parts) {
        return body("[\"" + recipient + "\"]", parts, "[\"legal-aid\"]",
                Instant.now().plus(Duration.ofDays(90)).toString());
    }

    private static String body(String recipients, String parts, String categories, String until) {
        return """
                {"recipients": %s, "parts": %s, "categories": %s, "purposes": ["COC"]%s}""".formatted(recipients, parts,
                categories, until == null ? "" : ", \"validUntil\": \"" + until + "\"");
    }
}
