package org.alongside.intake.emergency;

import static org.alongside.intake.client.Clients.INTAKE_WORKER;
import static org.alongside.intake.client.Clients.as;
import static org.alongside.intake.client.Clients.newMark;
import static org.alongside.intake.client.Clients.registered;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class EmergencyTest {

    private static final String PURPOSE = "X-Purpose-Of-Use";
    private static final String OPEN = "/v1/emergency-accesses";

    private final Database database = new Database("intake");
    private final String mark = newMark();
    private final UUID worker = UUID.randomUUID();
    private final String token = Tokens.of(Tokens.LEGAL_AID, Role.CASE_WORKER).subject(worker).sign();
    private final String colleague = Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER);
    private final String officer = Tokens.token(Tokens.FAMILY_SERVICES, Role.PRIVACY_OFFICER);
    private UUID client;

    @BeforeEach
    void aClientOfAnotherAgency() {
        client = registered(mark);
    }

    @Test
    void itOpensTheRecordToTheWorkerAloneAndForTheEmergencyAlone() {
        readClient(token, "ETREAT").statusCode(404);
        Instant before = Instant.now();
        JsonPath opened = open(token).statusCode(201).header("Location", containsString(OPEN))
                .body("clientId", equalTo(client.toString())).body("agency", equalTo(Tokens.LEGAL_AID.toString()))
                .body("worker", equalTo(worker.toString())).body("reasonCode", equalTo("shelter-tonight"))
                .body("reason", equalTo(reason())).body("parts", hasSize(6)).extract().jsonPath();
        Duration lasts = Duration.between(before, Instant.parse(opened.getString("endsAt")));
        assertTrue(lasts.compareTo(Duration.ofMinutes(61)) < 0 && lasts.compareTo(Duration.ofMinutes(59)) > 0);

        readClient(token, "ETREAT").statusCode(200).body("identity.familyName", equalTo("Family-" + mark))
                .body("contact.points", hasSize(1));
        readClient(token, "TREAT").statusCode(404);
        readClient(token, null).statusCode(404);
        readClient(colleague, "ETREAT").statusCode(404);
        as(colleague).get(OPEN + "/{id}", opened.getString("emergencyAccessId")).then().statusCode(404);
        as(token).header(PURPOSE, "ETREAT").body("{\"identity\": {\"pronouns\": \"x\"}}")
                .patch("/v1/clients/{id}", client)
                .then().statusCode(not(equalTo(200)));
    }

    @Test
    void assessmentsOfEveryNeedAreOpenToo() {
        String assessment = as(INTAKE_WORKER).body("""
                {"instrument": "core-needs", "version": "1.1.0", "answeredBy": "client",
                 "answers": [{"linkId": "food.enough", "values": ["nothing-today"]}]}""")
                .post("/v1/clients/{id}/assessments", client).then().statusCode(201).extract().header("Location");
        as(INTAKE_WORKER).header("If-Match", "\"0\"").body("{\"priorities\": [], \"clientViews\": []}")
                .post(assessment + "/complete").then().statusCode(200);
        open(token).statusCode(201);
        as(token).header(PURPOSE, "ETREAT").get(assessment).then().statusCode(200)
                .body("needs.category", equalTo(List.of("food-insecurity")));
    }

    /** The alert of audit-service rises from this entry, also when nothing is read afterwards. */
    @Test
    void openingIsAnAccessByItself() {
        String accessId = open(token).statusCode(201).extract().header("Alongside-Access-Id");
        JsonPath access = access(accessId);
        assertEquals("emergency.open", access.getString("op"));
        assertEquals("emergency", access.getString("basis"));
        assertEquals("ETREAT", access.getString("purpose"));
        assertEquals("allowed", access.getString("outcome"));
        assertEquals(client.toString(), access.getString("client"));
        assertEquals(worker.toString(), access.getString("actor"));
    }

    @Test
    void theGrantIsPublishedForTheWorkerWithoutAConsent() {
        String emergency = open(token).statusCode(201).extract().path("emergencyAccessId");
        JsonPath grant = new JsonPath(database.strings("select convert_from(payload, 'UTF8') from outbox where"
                + " type like '%grant.issued.v1' and convert_from(payload, 'UTF8') like ?", "%" + emergency + "%")
                .get(0));
        assertEquals("emergency", grant.getString("basis"));
        assertEquals(worker.toString(), grant.getString("worker"));
        assertEquals(List.of("ETREAT"), grant.getList("purposes"));
        assertTrue(grant.getMap("").get("consentId") == null);
        as(officer).get("/v1/clients/{id}/grants", client).then().statusCode(200)
                .body("items[0].worker", equalTo(worker.toString())).body("items[0]", not(hasKey("consentId")));
    }

    @Test
    void theHomeAgencyReadsWhyAndEndsIt() {
        String emergency = open(token).statusCode(201).extract().path("emergencyAccessId");
        as(officer).get("/v1/clients/{id}/emergency-accesses", client).then().statusCode(200).body("items", hasSize(1))
                .body("items[0].reason", equalTo(reason())).body("items[0].endedBy", equalTo(null));
        as(Tokens.token(Tokens.HOUSING, Role.PRIVACY_OFFICER)).post(OPEN + "/{id}/end", emergency).then()
                .statusCode(404);
        as(officer).post(OPEN + "/{id}/end", emergency).then().statusCode(200).body("endedBy", notNullValue());
        readClient(token, "ETREAT").statusCode(404);
        as(officer).post(OPEN + "/{id}/end", emergency).then().statusCode(409);
    }

    @Test
    void whoeverOpenedItEndsIt() {
        String emergency = open(token).statusCode(201).extract().path("emergencyAccessId");
        as(token).post(OPEN + "/{id}/end", emergency).then().statusCode(200).body("endedBy",
                equalTo(worker.toString()));
        readClient(token, "ETREAT").statusCode(404);
        assertEquals(1, database.strings("select convert_from(payload, 'UTF8') from outbox where"
                + " type like '%grant.revoked.v1' and convert_from(payload, 'UTF8') like ?", "%" + emergency + "%")
                .size());
        open(token).statusCode(201);
    }

    @Test
    void itEndsByTheClock() throws SQLException {
        String emergency = open(token).statusCode(201).extract().path("emergencyAccessId");
        database.run("update access_grant set valid_until = now() - interval '1 second' where basis_id = ?::uuid",
                emergency);
        readClient(token, "ETREAT").statusCode(404);
        assertEquals("23514", assertThrows(SQLException.class, () -> database.run(
                "update emergency_access set ends_at = opened_at + interval '61 minutes' where id = ?::uuid",
                emergency))
                .getSQLState(), "the database keeps the hour as well");
    }

    @Test
    void whoLoggedInLongAgoLogsInAnew() {
        String old = Tokens.of(Tokens.LEGAL_AID, Role.CASE_WORKER).subject(worker)
                .loggedIn(Instant.now().minusSeconds(330)).sign();
        String accessId = open(old).statusCode(401).body("type", equalTo("urn:alongside:problem:fresh-login-required"))
                .body("maxAge", equalTo(300)).header("WWW-Authenticate",
                        "Bearer error=\"insufficient_user_authentication\", "
                                + "error_description=\"A more recent login is required\", max_age=\"300\"")
                .extract().header("Alongside-Access-Id");
        assertEquals("denied", access(accessId).getString("outcome"));
        assertTrue(access(accessId).prettify().contains(client.toString()));
        open(Tokens.of(Tokens.LEGAL_AID, Role.CASE_WORKER).subject(worker).loggedIn(null).sign()).statusCode(401);
        readClient(token, "ETREAT").statusCode(404);
    }

    @Test
    void aClientThatIsNotThereAnswersAsOneThatMayNotBeSeenAndStandsInTheLog() {
        UUID nobody = UUID.randomUUID();
        String accessId = open(token, body(nobody)).statusCode(404)
                .body("type", equalTo("urn:alongside:problem:not-found")).extract().header("Alongside-Access-Id");
        assertEquals("not-visible", access(accessId).getString("outcome"));
        assertTrue(access(accessId).prettify().contains(nobody.toString()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            shelter-tonight | convenience           | /reasonCode
            Stands at       | {short}               | /reason
            """)
    void aReasonIsACodeAndWords(String good, String bad, String field) {
        String body = bad.equals("{short}")
                ? body(client).replaceAll("\"reason\": \"[^\"]*\"", "\"reason\": \"Because\"")
                : body(client).replace(good, bad);
        open(token, body).statusCode(400).body("violations.field", equalTo(List.of(field)));
    }

    @Test
    void itIsForAnEmergencyOfAnotherAgencysClient() {
        as(token).header(PURPOSE, "TREAT").body(body(client)).post(OPEN).then().statusCode(400)
                .body("violations.field", equalTo(List.of("header:" + PURPOSE)));
        open(INTAKE_WORKER).statusCode(400).body("violations.code", equalTo(List.of("own-client")));
        open(Tokens.token(Tokens.LEGAL_AID, Role.AGENCY_ADMIN)).statusCode(403);
        open(Tokens.token(Tokens.LEGAL_AID, Role.PARTNER_SYSTEM)).statusCode(403);
    }

    @Test
    void manyAtOnceAreNoMoreThanOneAfterTheOther() throws Exception {
        List<String> bodies = IntStream.range(0, 8).mapToObj(i -> body(registered(newMark()))).toList();
        List<Integer> answers = Collections.synchronizedList(new ArrayList<>());
        List<Thread> callers = bodies.stream()
                .map(body -> new Thread(() -> answers.add(open(token, body).extract().statusCode()))).toList();
        callers.forEach(Thread::start);
        for (Thread caller : callers) {
            caller.join();
        }
        assertEquals(5, Collections.frequency(answers, 201), answers.toString());
    }

    @Test
    void nobodyOpensOneClientAfterTheOther() {
        for (int i = 0; i < 5; i++) {
            open(token, body(registered(newMark()))).statusCode(201);
        }
        open(token).statusCode(429).body("type", equalTo("urn:alongside:problem:too-many-emergency-accesses"));
        open(colleague).statusCode(201);
    }

    /** With the application's check off the database still lets no agency open what it likes. */
    @Test
    void rowLevelSecurityKeepsTheBounds() throws SQLException {
        String grant = """
                insert into access_grant (id, client_id, home_agency, grantee, parts, purposes, basis, basis_id, worker, valid_from,
                                          valid_until, version)
                values (gen_random_uuid(), '%s', '%s', '%s', '{identity}', '{%s}', '%s', gen_random_uuid(), %s, now(),
                        now() + interval '%s', 0)""";
        String named = "set local alongside.emergency_client = '" + client + "'";
        String good = grant.formatted(client, Tokens.FAMILY_SERVICES, Tokens.LEGAL_AID, "ETREAT", "emergency", "'w'",
                "1 hour");
        asLegalAid(named, good);
        for (String bad : List.of(
                grant.formatted(client, Tokens.FAMILY_SERVICES, Tokens.LEGAL_AID, "TREAT", "emergency", "'w'",
                        "1 hour"),
                grant.formatted(client, Tokens.FAMILY_SERVICES, Tokens.LEGAL_AID, "ETREAT", "consent", "'w'", "1 hour"),
                grant.formatted(client, Tokens.FAMILY_SERVICES, Tokens.HOUSING, "ETREAT", "emergency", "'w'", "1 hour"),
                grant.formatted(client, Tokens.FAMILY_SERVICES, Tokens.LEGAL_AID, "ETREAT", "emergency", "null",
                        "1 hour"),
                grant.formatted(client, Tokens.FAMILY_SERVICES, Tokens.LEGAL_AID, "ETREAT", "emergency", "'other'",
                        "1 hour"),
                grant.formatted(client, Tokens.FAMILY_SERVICES, Tokens.LEGAL_AID, "ETREAT", "emergency", "'w'",
                        "1 day"))) {
            assertEquals("42501", assertThrows(SQLException.class, () -> asLegalAid(named, bad)).getSQLState(), bad);
        }
        assertEquals("42501", assertThrows(SQLException.class, () -> asLegalAid("select 1", good)).getSQLState());
    }

    private void asLegalAid(String first, String second) throws SQLException {
        try (Connection connection = database.superuser(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local role intake_app");
            statement.execute("set local alongside.agency = '" + Tokens.LEGAL_AID + "'");
            statement.execute("set local alongside.access = '" + UUID.randomUUID() + "'");
            statement.execute("set local alongside.worker = 'w'");
            statement.execute(first);
            statement.execute(second);
            connection.rollback();
        }
    }

    private ValidatableResponse open(String caller) {
        return open(caller, body(client));
    }

    private static ValidatableResponse open(String caller, String body) {
        return as(caller).body(body).post(OPEN).then();
    }

    private String reason() {
        return "Stands at the door " + mark;
    }

    private String body(UUID named) {
        return """
                {"client": "%s", "reasonCode": "shelter-tonight", "reason": "%s"}""".formatted(named, reason());
    }

    private ValidatableResponse readClient(String caller, String purpose) {
        return (purpose == null ? as(caller) : as(caller).header(PURPOSE, purpose)).get("/v1/clients/{id}", client)
                .then();
    }

    private JsonPath access(String accessId) {
        return new JsonPath(database.strings("select convert_from(payload, 'UTF8') from outbox where"
                + " topic = 'audit.access.v1' and convert_from(payload, 'UTF8') like ?", "%\"" + accessId + "\"%")
                .get(0));
    }
}
