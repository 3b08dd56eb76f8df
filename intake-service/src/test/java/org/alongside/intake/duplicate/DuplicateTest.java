package org.alongside.intake.duplicate;

import static org.alongside.intake.client.Clients.INTAKE_WORKER;
import static org.alongside.intake.client.Clients.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.alongside.intake.client.Names;
import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class DuplicateTest {

    private static final String OTHER_AGENCY = Tokens.token(Tokens.HOUSING, Role.INTAKE_WORKER);

    @Inject
    DuplicateTimer timer;

    private final Database database = new Database("intake");
    private final String mark = Names.unlikeAnyOther();

    @Test
    void theSamePersonInAnotherSpellingIsFoundWithWhatSpeaksForIt() {
        UUID first = taken(INTAKE_WORKER, "Núñez " + mark, "José", "1984-03-07", "555-0142");
        UUID second = taken(INTAKE_WORKER, "Nunez " + mark, "Jose", "1984-07-03", null);
        duplicates(first).body("items.clientId", contains(second.toString()))
                .body("items[0].score", equalTo(83)).body("items[0].likelihood", equalTo("possible"))
                .body("items[0].factors.code", contains("family-name-same", "given-name-same", "birth-exchanged"))
                .body("items[0].factors.points", contains(30, 25, 28)).body("items[0].givenNames", equalTo("Jose"));
        duplicates(second).body("items.clientId", contains(first.toString()));
    }

    @Test
    void aFormerNameCountsAsTheNameOfToday() {
        UUID first = taken(INTAKE_WORKER, mark, "Rosa", "1963-08-21", null);
        UUID second = UUID.fromString(as(INTAKE_WORKER).body("""
                {"identity": {"familyName": "Married%1$s", "givenNames": "Rosa", "otherNames": [{"kind": "former", "familyName": "%1$s"}],
                 "dateOfBirth": {"value": "1963-08-21", "precision": "exact"}}}""".formatted(mark)).post("/v1/clients")
                .then()
                .statusCode(201).extract().path("clientId"));
        duplicates(first).body("items.clientId", contains(second.toString())).body("items[0].score", equalTo(90));
    }

    @Test
    void twinsAreNotProposed() {
        UUID first = taken(INTAKE_WORKER, mark, "Rosa", "1984-03-17", "555-0143 " + mark);
        taken(INTAKE_WORKER, mark, "Elena", "1984-03-17", "555-0143 " + mark);
        duplicates(first).body("items", hasSize(0));
    }

    @Test
    void aChangedRecordIsComparedAsItIsNow() {
        UUID first = taken(INTAKE_WORKER, mark, "Rosa", "1984-03-17", null);
        UUID second = taken(INTAKE_WORKER, "Other" + mark, "Lin", "1991-12-02", null);
        duplicates(first).body("items", hasSize(0));
        as(INTAKE_WORKER).contentType("application/merge-patch+json").header("If-Match", "\"0\"").body("""
                {"identity": {"familyName": "%s", "givenNames": "Rosa", "dateOfBirth": {"value": "1984-03-17"}}}"""
                .formatted(mark)).patch("/v1/clients/{id}", second).then().statusCode(200);
        duplicates(first).body("items.clientId", contains(second.toString()))
                .body("items[0].likelihood", equalTo("probable"));
    }

    /** Neither by a result nor by the score of another one. */
    @Test
    void anotherAgencysClientIsNeverCompared() throws SQLException {
        UUID own = taken(INTAKE_WORKER, mark, "Rosa", "1984-03-17", null);
        UUID foreign = taken(OTHER_AGENCY, mark, "Rosa", "1984-03-17", null);
        database.run("""
                insert into access_grant (id, client_id, home_agency, grantee, parts, purposes, basis, basis_id, consent_id,
                                          valid_from, valid_until, version)
                values (?, ?, ?, ?, '{identity,contact}', '{TREAT}', 'consent', ?, ?, now() - interval '1 minute',
                        now() + interval '1 day', 0)""", UUID.randomUUID(), foreign, Tokens.HOUSING,
                Tokens.FAMILY_SERVICES, UUID.randomUUID(), UUID.randomUUID());
        duplicates(own).body("items", hasSize(0));
        as(INTAKE_WORKER).get("/v1/clients/{id}/possible-duplicates", foreign).then().statusCode(404);
        as(OTHER_AGENCY).get("/v1/clients/{id}/possible-duplicates", own).then().statusCode(404);
        assertEquals(List.of("0"), database.strings("select count(*)::text from duplicate_key a join duplicate_key b"
                + " on a.token = b.token where a.client_id = ? and b.client_id = ?", own, foreign),
                "the keys of two agencies have nothing in common");
    }

    @Test
    void eachOneShownIsAnAccess() {
        UUID first = taken(INTAKE_WORKER, mark, "Wilhelmina", "1951-11-29", null);
        UUID second = taken(INTAKE_WORKER, mark, "Wilhelmina", "1951-11-29", null);
        String accessId = duplicates(first).extract().header("Alongside-Access-Id");
        List<String> seen = database.strings("select convert_from(payload, 'UTF8') from outbox where"
                + " topic = 'audit.access.v1' and convert_from(payload, 'UTF8') like ?", "%\"" + accessId + "\"%")
                .stream().map(access -> new JsonPath(access).getString("client")).sorted().toList();
        assertEquals(List.of(first.toString(), second.toString()).stream().sorted().toList(), seen);
    }

    @Test
    void clientsFromBeforeThereWereKeysGetThem() throws SQLException {
        UUID first = taken(INTAKE_WORKER, mark, "Rosa", "1984-03-17", null);
        UUID second = taken(INTAKE_WORKER, mark, "Rosa", "1984-03-17", null);
        database.run("delete from duplicate_key where client_id = ?", second);
        database.run("delete from duplicate_indexed where client_id = ?", second);
        duplicates(first).body("items", hasSize(0));
        timer.index();
        duplicates(first).body("items.clientId", contains(second.toString()));
    }

    private static UUID taken(String caller, String family, String given, String born, String phone) {
        return UUID.fromString(as(caller).body("""
                {"identity": {"familyName": "%s", "givenNames": "%s", "dateOfBirth": {"value": "%s", "precision": "exact"}},
                 "contact": {"points": [%s]}}""".formatted(family, given, born, phone == null
                ? ""
                : "{\"kind\": \"phone\", \"value\": \"" + phone + "\"}"))
                .post("/v1/clients").then().statusCode(201).extract().path("clientId"));
    }

    private static ValidatableResponse duplicates(UUID client) {
        return as(INTAKE_WORKER).get("/v1/clients/{id}/possible-duplicates", client).then().statusCode(200);
    }
}
