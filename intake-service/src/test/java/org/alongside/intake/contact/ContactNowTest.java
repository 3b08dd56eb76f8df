package org.alongside.intake.contact;

import static org.alongside.intake.client.Clients.INTAKE_WORKER;
import static org.alongside.intake.client.Clients.as;
import static org.alongside.intake.client.Clients.newMark;
import static org.alongside.intake.client.Clients.register;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Reaching a client without harm: what is given is safe now, and what is not is not given. */
@QuarkusTest
class ContactNowTest {

    private static final String ALL_DAYS = "[\"monday\", \"tuesday\", \"wednesday\", \"thursday\", \"friday\", \"saturday\", \"sunday\"]";

    private Database database;
    private final String mark = newMark();
    private final String legalAid = Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER);
    private UUID client;

    @BeforeEach
    void aClientWithAConfidentialAddress() {
        database = new Database("intake");
        String tomorrow = OffsetDateTime.now(ZoneOffset.UTC).plusDays(1).getDayOfWeek().name().toLowerCase(Locale.ROOT);
        client = registered("""
                {"languages": ["es"], "interpreterNeeded": true, "interpreter": {"language": "ase", "mode": "video"},
                 "address": {"address1": "Street-%1$s", "country": "US", "safeToWrite": true, "confidential": true},
                 "culturalPreferences": {"optedIn": true, "words": "Wishes-%1$s"},
                 "points": [
                   {"kind": "phone", "value": "555-01%1$s", "safeToCall": true, "hours": "whenever",
                    "safeTimes": [{"days": %2$s, "from": "00:00", "to": "00:00", "zone": "America/Chicago"}]},
                   {"kind": "phone", "value": "555-02%1$s", "safeToCall": true,
                    "safeTimes": [{"days": ["%3$s"], "from": "11:00", "to": "11:30", "zone": "UTC"}]},
                   {"kind": "phone", "value": "555-03%1$s", "safeToText": true},
                   {"kind": "email", "value": "%1$s@mail.example", "safeToWrite": true}]}""".formatted(mark, ALL_DAYS,
                tomorrow));
    }

    @Test
    void onlyWhatIsSafeNowIsGivenAndTheRestWithAReasonAndWithoutItsValue() {
        now(INTAKE_WORKER, "call").statusCode(200).body("points.value", contains("555-01" + mark))
                .body("points.hours", contains("whenever"))
                .body("withheld.kind", contains("phone", "phone", "email", "address"))
                .body("withheld.reason", contains("outside-hours", "not-safe", "other-manner", "other-manner"))
                .body("languages", contains("es")).body("interpreter.language", equalTo("ase"))
                .body(not(containsString("555-02" + mark))).body(not(containsString("555-03" + mark)))
                .body(not(containsString("Street-" + mark))).body(not(containsString("@mail")));
        now(INTAKE_WORKER, "text").body("points.value", contains("555-03" + mark));
        now(INTAKE_WORKER, "write").body("points.kind", contains("email", "address"))
                .body("points[1].address.address1", equalTo("Street-" + mark));
    }

    @Test
    void doNotContactWinsOverEverything() {
        change("{\"contact\": {\"doNotContact\": true}}");
        for (String manner : List.of("call", "text", "message", "write")) {
            now(INTAKE_WORKER, manner).statusCode(200).body("doNotContact", equalTo(true)).body("points", empty())
                    .body("withheld.reason.unique()", contains("do-not-contact")).body(not(containsString(mark)));
        }
    }

    @ParameterizedTest
    @CsvSource({"{contact},200", "'{identity,contact}',200", "{identity},404", "{household},404"})
    void aGrantOpensItByThePartContactOnly(String parts, int status) throws SQLException {
        grant(parts);
        now(legalAid, "call").statusCode(status);
    }

    @Test
    void aConfidentialAddressIsGivenToNoOtherAgencyAndStandsInNoList() throws SQLException {
        grant("{identity,contact}");
        now(legalAid, "write").statusCode(200).body("points.kind", contains("email"))
                .body("withheld.reason", hasItem("confidential")).body(not(containsString("Street-")));
        as(legalAid).get("/v1/clients/{id}", client).then().statusCode(200).body("contact.address", nullValue())
                .body("contact.points[0].value", equalTo("555-01" + mark)).body(not(containsString("Street-")));
        String search = "{\"familyName\": \"Family-%s\"}".formatted(mark);
        for (String token : List.of(legalAid, INTAKE_WORKER)) {
            as(token).body(search).post("/v1/clients/search").then().statusCode(200)
                    .body("items.clientId", contains(client.toString())).body(not(containsString("Street-")));
        }
        as(INTAKE_WORKER).get("/v1/clients/{id}", client).then().body("contact.address.address1",
                equalTo("Street-" + mark));
    }

    @Test
    void anAddressThatIsNotConfidentialGoesToWhoeverMaySeeHowToReachTheClient() throws SQLException {
        grant("{contact}");
        change("{\"contact\": {\"address\": {\"confidential\": false}}}");
        now(legalAid, "write").body("points.kind", contains("email", "address"));
        as(legalAid).get("/v1/clients/{id}", client).then().body("contact.address.address1", equalTo("Street-" + mark));
    }

    @Test
    void askingIsAnAccessToThePartContact() {
        String access = now(INTAKE_WORKER, "call").statusCode(200).extract().header("Alongside-Access-Id");
        List<String> events = database.strings("select convert_from(payload, 'UTF8') from outbox"
                + " where topic = 'audit.access.v1' and convert_from(payload, 'UTF8') like ?", "%" + access + "%");
        assertEquals(1, events.size());
        assertTrue(events.get(0).contains("\"op\":\"contact.for-now\"")
                && events.get(0).contains("\"parts\":[\"contact\"]") && events.get(0).contains(client.toString()),
                events.get(0));
        assertFalse(events.get(0).contains(mark), events.get(0));
    }

    @Test
    void aClientWithoutAnythingRecordedHasNoWay() {
        client = UUID.fromString(register("{\"identity\": {\"familyName\": \"Bare-%s\"}}".formatted(mark)).extract()
                .path("clientId"));
        now(INTAKE_WORKER, "call").statusCode(200).body("points", empty()).body("withheld", empty());
    }

    @Test
    void anotherAgencysClientLooksLikeNone() {
        now(legalAid, "call").statusCode(404);
        client = UUID.randomUUID();
        now(INTAKE_WORKER, "call").statusCode(404);
    }

    @Test
    void badInputIsNamedByField() {
        now(INTAKE_WORKER, "visit").statusCode(400).body("allowed", contains("call", "text", "message", "write"));
        as(INTAKE_WORKER).body("{}").post("/v1/clients/{id}/contact-now", client).then().statusCode(400)
                .body("violations.field", hasItem("/manner"));
        bad("{\"address\": {\"city\": \"x\"}}", "/contact/address/address1");
        bad("{\"address\": {\"address1\": \"x\", \"country\": \"usa\"}}", "/contact/address/country");
        bad("{\"interpreter\": {\"language\": \"es\"}}", "/contact/interpreterNeededWhereTold");
        bad("{\"interpreterNeeded\": true, \"interpreter\": {\"language\": \"english\"}}",
                "/contact/interpreter/language");
        bad("{\"culturalPreferences\": {\"optedIn\": false, \"words\": \"x\"}}",
                "/contact/culturalPreferences/optedIn");
        badTime("{\"days\": [], \"from\": \"09:00\", \"to\": \"10:00\", \"zone\": \"UTC\"}", "/days");
        badTime("{\"days\": [\"monday\"], \"from\": \"25:00\", \"to\": \"10:00\", \"zone\": \"UTC\"}", "/from");
        badTime("{\"days\": [\"monday\"], \"from\": \"09:00\", \"zone\": \"UTC\"}", "/to");
        badTime("{\"days\": [\"monday\"], \"from\": \"09:00\", \"to\": \"10:00\", \"zone\": \"Mars/Base\"}", "/zone");
        badTime("{\"days\": [\"monday\"], \"from\": \"09:00\", \"to\": \"10:00\", \"zone\": \"+02:00\"}", "/zone");
    }

    private static void badTime(String time, String field) {
        bad("{\"points\": [{\"kind\": \"phone\", \"value\": \"555\", \"safeTimes\": [%s]}]}".formatted(time),
                "/contact/points/0/safeTimes/0" + field);
    }

    private static void bad(String contact, String field) {
        register("{\"identity\": {\"familyName\": \"x\"}, \"contact\": %s}".formatted(contact)).statusCode(400)
                .body("violations.field", hasItem(field));
    }

    private UUID registered(String contact) {
        return UUID.fromString(register("{\"identity\": {\"familyName\": \"Family-%s\"}, \"contact\": %s}"
                .formatted(mark, contact)).statusCode(201).extract().path("clientId"));
    }

    private void change(String patch) {
        as(INTAKE_WORKER).contentType("application/merge-patch+json").header("If-Match", "*").body(patch)
                .patch("/v1/clients/{id}", client).then().statusCode(200);
    }

    private ValidatableResponse now(String token, String manner) {
        return as(token).body("{\"manner\": \"%s\"}".formatted(manner)).post("/v1/clients/{id}/contact-now", client)
                .then();
    }

    private void grant(String parts) throws SQLException {
        database.run("""
                insert into access_grant (id, client_id, home_agency, grantee, parts, categories, purposes, basis, basis_id,
                                          consent_id, valid_from, valid_until, version)
                values (?, ?, ?, ?, ?::text[], '{legal-aid}', '{TREAT}', 'consent', ?, ?, now() - interval '1 minute',
                        now() + interval '1 day', 0)""", UUID.randomUUID(), client, Tokens.FAMILY_SERVICES,
                Tokens.LEGAL_AID, parts, UUID.randomUUID(), UUID.randomUUID());
    }
}
