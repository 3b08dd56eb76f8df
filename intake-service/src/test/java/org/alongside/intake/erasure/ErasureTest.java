package org.alongside.intake.erasure;

import static io.restassured.RestAssured.given;
import static org.alongside.intake.client.Clients.INTAKE_WORKER;
import static org.alongside.intake.client.Clients.as;
import static org.alongside.intake.client.Clients.newMark;
import static org.alongside.intake.client.Clients.registered;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
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

import org.alongside.intake.consent.Consents;
import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.KafkaEvents;
import org.alongside.kit.testing.Things;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** From the request to the last service's confirmation, and what is left then: nothing. */
@QuarkusTest
class ErasureTest {

    private static final String OFFICER = Tokens.token(Tokens.FAMILY_SERVICES, Role.PRIVACY_OFFICER);
    private static final String ASKED = "{\"reason\": \"client-asked\", \"words\": \"Wants to be forgotten\"}";

    @Inject
    ErasureWork work;

    private final Database database = new Database("intake");
    private final KafkaEvents events = new KafkaEvents();
    private final String mark = newMark();
    private UUID client;

    @BeforeEach
    void aClient() {
        client = registered(mark);
    }

    @AfterEach
    void close() {
        events.close();
    }

    @Test
    void nothingHappensUntilItsDayAndUntilThenItIsCalledOff() {
        String erasure = requested();
        as(OFFICER).get("/v1/erasures/{id}", erasure).then().statusCode(200).body("status", equalTo("requested"))
                .body("words", equalTo("Wants to be forgotten")).body("dueAt", notNullValue());
        eraseAll();
        as(INTAKE_WORKER).get("/v1/clients/{id}", client).then().statusCode(200);
        request(ASKED).statusCode(409);
        as(OFFICER).post("/v1/erasures/{id}/cancel", erasure).then().statusCode(428);
        as(OFFICER).header("If-Match", "\"0\"").post("/v1/erasures/{id}/cancel", erasure).then().statusCode(200)
                .body("status", equalTo("cancelled")).body("cancelledBy", notNullValue());
        makeDue(erasure);
        eraseAll();
        as(INTAKE_WORKER).get("/v1/clients/{id}", client).then().statusCode(200);
        request(ASKED).statusCode(201);
    }

    @Test
    void fromItsDayOnThereIsNoSuchClientToAnybody() {
        String consent = Consents.proposed(client);
        Consents.give(consent, """
                {"givenBy": "client", "manner": "written", "language": "en", "limitsOfConfidentialityTalk": true}""")
                .statusCode(200);
        String erasure = erased();
        for (String path : readable()) {
            as(Tokens.token(Tokens.FAMILY_SERVICES, Role.values())).get(path, client).then().statusCode(404);
        }
        as(INTAKE_WORKER).get("/v1/consents/{id}", consent).then().statusCode(404);
        as(INTAKE_WORKER).body("{\"familyName\": \"Family-" + mark + "\"}").post("/v1/clients/search").then()
                .statusCode(200).body("items", empty());
        as(Tokens.token(Tokens.LEGAL_AID, Role.RECEIVING_WORKER)).header("X-Purpose-Of-Use", "COC")
                .get("/v1/clients/{id}", client).then().statusCode(404);
        as(INTAKE_WORKER).post("/v1/clients/{id}/intakes", client).then().statusCode(404);
        as(INTAKE_WORKER).post("/v1/consents/{id}/revoke", consent).then().statusCode(404);
        request(ASKED).statusCode(404);
        as(OFFICER).header("If-Match", "\"1\"").post("/v1/erasures/{id}/cancel", erasure).then().statusCode(409);
    }

    @Test
    void whoLivesWithTheClientGoesOnWithoutOne() {
        UUID other = registered(newMark());
        as(INTAKE_WORKER).header("If-Match", "*")
                .body("{\"members\": [{\"clientId\": \"%s\", \"relation\": \"sibling\"}]}".formatted(client))
                .put("/v1/clients/{id}/household", other).then().statusCode(200).body("members", hasSize(1));
        erased();
        as(INTAKE_WORKER).get("/v1/clients/{id}/household", other).then().statusCode(200).body("members", empty());
    }

    @Test
    void theKeyIsDestroyedAndNothingIsLeftToFindTheClientBy() {
        erased();
        assertEquals(List.of("gone"), database.strings(
                "select case when wrapped is null and destroyed_at is not null then 'gone' end from client_key where client_id = ?",
                client));
        assertEquals(List.of(), database.strings("select kind from client_token where client_id = ?", client));
        assertEquals(List.of(), database.strings("select 'key' from duplicate_key where client_id = ?", client));
    }

    @Test
    void grantsAndConsentsEndAndTheOthersLearnOfItBeforeTheErasure() {
        String consent = Consents.proposed(client);
        Consents.give(consent, """
                {"givenBy": "client", "manner": "written", "language": "en", "limitsOfConfidentialityTalk": true}""")
                .statusCode(200);
        erased();
        assertEquals(List.of(), database.strings(
                "select id::text from access_grant where client_id = ? and revoked_at is null", client));
        assertEquals(List.of("org.alongside.intake.grant.revoked.v1"), database.strings("""
                select type from outbox where topic = 'intake.grant.v1' and convert_from(payload, 'UTF8') like ?
                 order by position desc limit 1""", "%" + consent + "%"));
        assertEquals(List.of("org.alongside.intake.client.registered.v1", "org.alongside.intake.client.erased.v1"),
                database.strings(
                        "select type from outbox where topic = 'intake.client.v1' and key = ? order by position",
                        client.toString()));
    }

    @Test
    void itIsCompleteWhenEachServiceHasConfirmed() throws Exception {
        String erasure = erased();
        as(OFFICER).get("/v1/erasures/{id}", erasure).then().statusCode(200).body("status", equalTo("erasing"))
                .body("words", nullValue()).body("awaited", equalTo(List.of("audit", "planning", "referral")));
        confirm(erasure, "planning");
        confirm(erasure, "planning");
        confirm(erasure, "audit");
        Things.await("two confirmations", () -> state(erasure).equals(List.of("referral")));
        as(OFFICER).get("/v1/erasures/{id}", erasure).then().body("status", equalTo("erasing"));
        confirm(erasure, "referral");
        Things.await("the last confirmation", () -> state(erasure).isEmpty());
        as(OFFICER).get("/v1/erasures/{id}", erasure).then().body("status", equalTo("erased"))
                .body("confirmed.referral", notNullValue()).body("completedAt", notNullValue());
        as(OFFICER).get("/v1/erasures").then().statusCode(200).body("items.erasureId", hasItem(erasure));
    }

    /** A service restored from a backup has the key again, and no event of that time may be left to send. */
    @Test
    void erasuresAreToldAnewToWhoWasRestored() {
        UUID other = registered(newMark());
        String erasure = erased();
        as(Tokens.token(Tokens.FAMILY_SERVICES, Role.SYSTEM_ADMIN)).body("{\"topic\":\"intake.client.v1\"}")
                .post("/v1/system/events/republish").then().statusCode(204);
        assertEquals(List.of("org.alongside.intake.client.erased.v1 " + erasure), snapshots(client));
        assertEquals(List.of("org.alongside.intake.client.registered.v1"), snapshots(other));
    }

    private List<String> snapshots(UUID of) {
        return database.strings("""
                select concat_ws(' ', type, convert_from(payload, 'UTF8')::json ->> 'erasureId') from outbox
                 where topic = 'intake.client.v1' and key = ? and snapshot""", of.toString());
    }

    @Test
    void twoInstancesEraseAClientOnce() throws Exception {
        String erasure = requested();
        makeDue(erasure);
        Thread other = new Thread(this::eraseAll);
        other.start();
        eraseAll();
        other.join();
        assertEquals(List.of("1"), database.strings(
                "select count(*)::text from outbox where key = ? and type = 'org.alongside.intake.client.erased.v1'",
                client.toString()));
    }

    @Test
    void onlyThePrivacyOfficerOfTheHomeAgencyErasesAndSaysWhy() {
        as(Tokens.token(Tokens.FAMILY_SERVICES, Role.SUPERVISOR)).body(ASKED).post("/v1/clients/{id}/erasures", client)
                .then().statusCode(403);
        as(Tokens.token(Tokens.LEGAL_AID, Role.PRIVACY_OFFICER)).body(ASKED).post("/v1/clients/{id}/erasures", client)
                .then().statusCode(404);
        request("{\"reason\": \"other\"}").statusCode(400);
        request("{\"words\": \"because\"}").statusCode(400).body("violations.field", hasItem("/reason"));
        String erasure = requested();
        String outsider = Tokens.token(Tokens.LEGAL_AID, Role.PRIVACY_OFFICER);
        as(outsider).get("/v1/erasures/{id}", erasure).then().statusCode(404);
        as(outsider).header("If-Match", "\"0\"").post("/v1/erasures/{id}/cancel", erasure).then().statusCode(404);
        assertFalse(as(outsider).get("/v1/erasures").asString().contains(erasure));
    }

    /** Every operation that reads by the id of a client, from the document of the interface. */
    private static List<String> readable() {
        Map<String, Map<String, ?>> paths = given().get("/q/openapi?format=json").jsonPath().getMap("paths");
        List<String> readable = paths.entrySet().stream().filter(path -> path.getValue().containsKey("get"))
                .map(Map.Entry::getKey).filter(path -> path.matches("/v1/clients/\\{clientId}(/[a-z-]+)?")).toList();
        assertTrue(readable.size() > 6, readable.toString());
        return readable;
    }

    private List<String> state(String erasure) {
        return as(OFFICER).get("/v1/erasures/{id}", erasure).then().extract().path("awaited");
    }

    private void confirm(String erasure, String service) {
        events.tell(service + ".erasure.v1", client, "org.alongside.kit.client.erasure-confirmed.v1",
                Map.of("erasureId", erasure, "clientId", client, "service", service));
    }

    private String erased() {
        String erasure = requested();
        makeDue(erasure);
        eraseAll();
        return erasure;
    }

    private void eraseAll() {
        while (work.eraseNext()) {
            // one after the other
        }
    }

    private void makeDue(String erasure) {
        try {
            database.run("update erasure set due_at = now() - interval '1 second' where id = ?",
                    UUID.fromString(erasure));
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private String requested() {
        return request(ASKED).statusCode(201).body("status", equalTo("requested")).extract().path("erasureId");
    }

    private ValidatableResponse request(String body) {
        return as(OFFICER).body(body).post("/v1/clients/{id}/erasures", client).then();
    }
}
