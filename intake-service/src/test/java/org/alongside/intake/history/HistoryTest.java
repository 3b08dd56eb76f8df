package org.alongside.intake.history;

import static org.alongside.intake.client.Clients.INTAKE_WORKER;
import static org.alongside.intake.client.Clients.as;
import static org.alongside.intake.client.Clients.newMark;
import static org.alongside.intake.client.Clients.registered;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Every version of a client, who made it, when and what it changed. */
@QuarkusTest
class HistoryTest {

    private static final String CASE_WORKER = Tokens.token(Tokens.FAMILY_SERVICES, Role.CASE_WORKER);
    private static final String SUPERVISOR = Tokens.token(Tokens.FAMILY_SERVICES, Role.SUPERVISOR);
    private static final String COUNT = "select count(*) from client_version where client_id = ?";

    private Database database;
    private final String mark = newMark();
    private UUID client;

    @BeforeEach
    void aClientChangedTwice() {
        database = new Database("intake");
        client = registered(mark);
        change(CASE_WORKER, "{\"identity\": {\"nameToUse\": \"New-%s\", \"pronouns\": null}}".formatted(mark));
        change(INTAKE_WORKER,
                "{\"contact\": {\"points\": [{\"kind\": \"phone\", \"value\": \"555-99%s\"}]}}".formatted(mark));
    }

    @Test
    void everyVersionIsKeptAsItWasWithWhoMadeItAndWhatItChanged() {
        versions(SUPERVISOR, "").statusCode(200).body("items.version", contains(0, 1, 2))
                .body("items.action", contains("registered", "changed", "changed"))
                .body("items.identity.nameToUse", contains("Used-" + mark, "New-" + mark, "New-" + mark))
                .body("items.identity.pronouns", contains("they/them", null, null))
                .body("items.contact.points[2][0].value", equalTo("555-99" + mark))
                .body("items.contact.points[1][0].value", equalTo("555-01" + mark))
                .body("items[0].changed", hasItem("/identity/familyName"))
                .body("items[0].changed", hasItem("/contact/points"))
                .body("items[1].changed", contains("/identity/nameToUse", "/identity/pronouns"))
                .body("items[2].changed", contains("/contact/points"))
                .body("items.actorKind.unique()", contains("worker")).body("items[1].actor", notNullValue())
                .body("items.agency.unique()", contains(Tokens.FAMILY_SERVICES.toString()))
                .body("items[0].at", notNullValue()).body("next", nullValue());
    }

    @Test
    void aPatchThatChangesNothingSaysSo() {
        change(INTAKE_WORKER, "{\"identity\": {\"nameToUse\": \"New-%s\"}}".formatted(mark));
        versions(SUPERVISOR, "").body("items.version", contains(0, 1, 2, 3)).body("items[3].changed", empty());
    }

    @Test
    void aRefusedChangeLeavesNoVersion() {
        as(INTAKE_WORKER).contentType("application/merge-patch+json").header("If-Match", "*")
                .body("{\"identity\": {\"familyName\": null}}").patch("/v1/clients/{id}", client).then()
                .statusCode(400);
        versions(SUPERVISOR, "").body("items", hasSize(3));
    }

    @Test
    void pagesFollowOneAnotherAndACursorIsGoodForItsClientOnly() {
        String next = versions(SUPERVISOR, "?limit=2").body("items.version", contains(0, 1)).extract().path("next");
        versions(SUPERVISOR, "?limit=2&cursor=" + next).statusCode(200).body("items.version", contains(2))
                .body("next", nullValue());
        client = registered(mark);
        versions(SUPERVISOR, "?cursor=" + next).statusCode(400).body("violations.field", hasItem("query:cursor"));
    }

    @Test
    void aPageIsAnAccess() {
        String access = versions(SUPERVISOR, "").extract().header("Alongside-Access-Id");
        List<String> events = database.strings("select convert_from(payload, 'UTF8') from outbox"
                + " where topic = 'audit.access.v1' and convert_from(payload, 'UTF8') like ?", "%" + access + "%");
        assertEquals(1, events.size());
        assertTrue(events.get(0).contains("\"op\":\"client.history\"") && events.get(0).contains(client.toString()),
                events.get(0));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = {"SUPERVISOR", "PRIVACY_OFFICER"})
    void othersDoNotReadIt(Role role) {
        versions(Tokens.token(Tokens.FAMILY_SERVICES, role), "").statusCode(403);
    }

    @Test
    void thePrivacyOfficerReadsIt() {
        versions(Tokens.token(Tokens.FAMILY_SERVICES, Role.PRIVACY_OFFICER), "").statusCode(200).body("items",
                hasSize(3));
    }

    @Test
    void aGrantOpensWhatIsSoAndNotWhatWas() throws SQLException {
        database.run("""
                insert into access_grant (id, client_id, home_agency, grantee, parts, purposes, basis, basis_id, consent_id,
                                          valid_from, valid_until, version)
                values (?, ?, ?, ?, '{identity,contact}', '{TREAT,HOPERAT}', 'consent', ?, ?, now() - interval '1 minute',
                        now() + interval '1 day', 0)""", UUID.randomUUID(), client, Tokens.FAMILY_SERVICES,
                Tokens.LEGAL_AID, UUID.randomUUID(), UUID.randomUUID());
        versions(Tokens.token(Tokens.LEGAL_AID, Role.SUPERVISOR), "").statusCode(404);
        assertEquals(0, database.countAs("intake_app", Tokens.LEGAL_AID, COUNT, client));
        assertEquals(3, database.countAs("intake_app", Tokens.FAMILY_SERVICES, COUNT, client));
        assertEquals(0, database.countAs("intake_app", null, COUNT, client));
    }

    @Test
    void aVersionOnceKeptIsNeverChanged() {
        for (String change : List.of("update client_version set changed = '{}' where client_id = '%s'",
                "delete from client_version where client_id = '%s'")) {
            assertThrows(SQLException.class, () -> database.countAs("intake_app", Tokens.FAMILY_SERVICES,
                    "with touched as (" + change.formatted(client) + " returning 1) select count(*) from touched"));
        }
    }

    private void change(String token, String patch) {
        as(token).contentType("application/merge-patch+json").header("If-Match", "*").body(patch)
                .patch("/v1/clients/{id}", client).then().statusCode(200);
    }

    private ValidatableResponse versions(String token, String query) {
        return as(token).get("/v1/clients/" + client + "/versions" + query).then();
    }
}
