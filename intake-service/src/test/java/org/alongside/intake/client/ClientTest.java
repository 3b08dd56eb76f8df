package org.alongside.intake.client;

import static org.alongside.intake.client.Clients.INTAKE_WORKER;
import static org.alongside.intake.client.Clients.as;
import static org.alongside.intake.client.Clients.details;
import static org.alongside.intake.client.Clients.newMark;
import static org.alongside.intake.client.Clients.register;
import static org.alongside.intake.client.Clients.registered;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class ClientTest {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Database database = new Database("intake");
    private final String mark = newMark();

    @Test
    void aClientIsRegisteredAndReadWithAnEtagAndAnAddress() {
        String location = register(details(mark)).statusCode(201).header("ETag", "\"0\"")
                .body("homeAgency", equalTo(Tokens.FAMILY_SERVICES.toString())).extract().header("Location");
        as(INTAKE_WORKER).get(location).then().statusCode(200).header("ETag", "\"0\"")
                .body("identity.familyName", equalTo("Family-" + mark))
                .body("contact.languages", equalTo(List.of("es", "en")))
                .body("contact.points[0].safeToText", equalTo(true))
                .body("contact.points[0].safeToCall", equalTo(false));
    }

    @Test
    void aMergePatchChangesWhatItNamesAndNothingElse() {
        UUID client = registered(mark);
        patch(client, "\"0\"", "{\"identity\": {\"pronouns\": null, \"nameToUse\": \"Now\"}}").statusCode(200)
                .header("ETag", "\"1\"").body("identity.pronouns", nullValue())
                .body("identity.nameToUse", equalTo("Now"))
                .body("identity.familyName", equalTo("Family-" + mark));
    }

    @Test
    void aChangeNeedsThePresentVersion() {
        UUID client = registered(mark);
        String change = "{\"identity\": {\"nameToUse\": \"Now\"}}";
        as(INTAKE_WORKER).contentType(MERGE_PATCH).body(change).patch("/v1/clients/{id}", client).then().statusCode(428)
                .body("type", equalTo("urn:alongside:problem:precondition-required"));
        patch(client, "\"7\"", change).statusCode(412).body("type",
                equalTo("urn:alongside:problem:precondition-failed"));
        patch(client, "\"0\"", change).statusCode(200);
        patch(client, "\"0\"", change).statusCode(412);
    }

    @Test
    void aValueOfWhichNothingIsLeftFindsNobody() {
        register(details("---").replace("555-01---", "---")).statusCode(201);
        search(INTAKE_WORKER, "{\"contactPoint\": \"+++\"}").body("items", hasSize(0));
    }

    @Test
    void aRejectedPatchChangesNothing() {
        UUID client = registered(mark);
        patch(client, "\"0\"", "null").statusCode(400);
        patch(client, "\"0\"", "[]").statusCode(400);
        patch(client, "\"0\"", "{\"identity\": {\"familyName\": null}}").statusCode(400)
                .body("violations.field", hasItem("/identity/familyName"));
        patch(client, "\"0\"", "{\"identity\": {\"shoeSize\": 43}}").statusCode(400)
                .body("type", equalTo("urn:alongside:problem:unknown-field"))
                .body("violations.field", hasItem("/identity/shoeSize"));
        as(INTAKE_WORKER).get("/v1/clients/{id}", client).then().header("ETag", "\"0\"")
                .body("identity.familyName", equalTo("Family-" + mark));
    }

    @Test
    void badInputIsNamedByFieldAndNothingIsWritten() {
        long before = clients();
        bad("{\"identity\": {", "malformed-json");
        bad("{}", "invalid-input").body("violations.field", hasItem("/identity"));
        bad("{\"identity\": {\"familyName\": \"" + "x".repeat(201) + "\"}}", "invalid-input").body("violations.field",
                hasItem("/identity/familyName"));
        bad("{\"identity\": {\"familyName\": 5}}", "invalid-input").body("violations.field",
                hasItem("/identity/familyName"));
        bad("{\"identity\": {\"familyName\": \"x\"}, \"planet\": 1}", "unknown-field").body("violations.field",
                hasItem("/planet"));
        bad("{\"identity\": {\"familyName\": \"x\", \"dateOfBirth\": {\"value\": \"1984\", \"precision\": \"guess\"}}}",
                "unknown-code").body("allowed", hasItem("estimated"));
        bad("{\"identity\": {\"familyName\": \"x\", \"dateOfBirth\": {\"value\": \"soon\", \"precision\": \"exact\"}}}",
                "invalid-input").body("violations.field", hasItem("/identity/dateOfBirth/value"));
        bad("{\"identity\": {\"familyName\": \"x\\u0000y\"}}", "invalid-input");
        bad("{\"identity\": {\"familyName\": \"x\"}, \"contact\": {\"languages\": [\"es\", \"xx-zzzzzzzz\"]}}",
                "invalid-input")
                .body("violations.field", hasItem("/contact/languages/1"));
        for (String date : List.of("1984-13-45", "1985-02-29", "1984", "2999-01-01", "1850-01-01")) {
            bad("{\"identity\": {\"familyName\": \"x\", \"dateOfBirth\": {\"value\": \"" + date
                    + "\", \"precision\": \"exact\"}}}", "invalid-input").body("violations.field",
                            hasItem("/identity/dateOfBirth/value"));
        }
        assertEquals(before, clients());
    }

    @Test
    void aRepeatedRequestWithItsKeyMakesOneClientAndOneWithAnotherBodyIsRefused() {
        String key = UUID.randomUUID().toString();
        String first = withKey(key, details(mark)).statusCode(201).extract().path("clientId");
        String again = withKey(key, details(mark)).statusCode(201).extract().path("clientId");
        assertEquals(first, again);
        withKey(key, details(newMark())).statusCode(422).body("type",
                equalTo("urn:alongside:problem:idempotency-key-reused"));
        assertNotEquals(first, withKey(UUID.randomUUID().toString(), details(mark)).extract().path("clientId"));
    }

    @Test
    void aSearchFindsByEqualValuesWhateverTheirSpelling() {
        UUID client = registered(mark);
        search(INTAKE_WORKER, "{\"familyName\": \"FAMILY %s\"}".formatted(mark)).body("items", hasSize(1))
                .body("items[0].clientId", equalTo(client.toString()));
        search(INTAKE_WORKER, "{\"familyName\": \"Family-%s\", \"dateOfBirth\": \"1984-03-17\"}".formatted(mark))
                .body("items", hasSize(1));
        search(INTAKE_WORKER, "{\"familyName\": \"Family-%s\", \"dateOfBirth\": \"1985-03-17\"}".formatted(mark))
                .body("items", hasSize(0));
        search(INTAKE_WORKER, "{}", 400);
    }

    @Test
    void aSearchNeverShowsThatAnotherAgencyKnowsThePerson() {
        registered(mark);
        search(Tokens.token(Tokens.HOUSING, Role.INTAKE_WORKER), "{\"familyName\": \"Family-%s\"}".formatted(mark))
                .body("items", hasSize(0)).body("next", nullValue());
    }

    @Test
    void pagesFollowOneAnotherAndACursorIsGoodForItsOwnListOnly() {
        registered(mark);
        registered(mark);
        registered(mark);
        String query = "{\"familyName\": \"Family-%s\"}".formatted(mark);
        String next = as(INTAKE_WORKER).body(query).post("/v1/clients/search?limit=2").then().statusCode(200)
                .header("Link", containsString("rel=\"next\"")).body("items", hasSize(2)).extract().path("next");
        as(INTAKE_WORKER).body(query).queryParam("cursor", next).post("/v1/clients/search").then().statusCode(200)
                .body("items", hasSize(1)).body("next", nullValue());
        as(INTAKE_WORKER).body("{\"familyName\": \"Other\"}").queryParam("cursor", next).post("/v1/clients/search")
                .then()
                .statusCode(400).body("violations.field", hasItem("query:cursor"));
    }

    @Test
    void anotherAgencysClientLooksLikeNoClientAtAll() {
        UUID client = registered(mark);
        String stranger = Tokens.token(Tokens.LEGAL_AID, Role.INTAKE_WORKER);
        String hidden = as(stranger).get("/v1/clients/{id}", client).then().statusCode(404).extract().asString();
        String absent = as(stranger).get("/v1/clients/{id}", UUID.randomUUID()).then().statusCode(404).extract()
                .asString();
        String noId = as(stranger).get("/v1/clients/no-id").then().statusCode(404).extract().asString();
        assertEquals(absent, hidden);
        assertEquals(absent, noId);
    }

    @Test
    void nothingOfThePersonStandsReadableInTheDatabase() {
        UUID client = registered(mark);
        assertEquals(1, database.strings("select id::text from client where id = ?", client).size());
        for (String table : database.strings("select tablename from pg_tables where schemaname = 'public'")) {
            List<String> hits = database.strings(
                    "select 1 from \"" + table + "\" t where t::text ilike ? or t::text ilike ?",
                    "%" + mark + "%", "%" + hex("Family-" + mark) + "%");
            assertTrue(hits.isEmpty(), "The planted value is readable in table " + table);
        }
    }

    @Test
    void withoutAnOpenAccessContextTheDatabaseShowsNoClientAndWithOneOnlyTheAgencysOwn() throws SQLException {
        UUID client = registered(mark);
        String count = "select count(*) from client where id = ?";
        assertEquals(0, database.countAs("intake_app", null, count, client));
        assertEquals(0, database.countAs("intake_app", Tokens.LEGAL_AID, count, client));
        assertEquals(1, database.countAs("intake_app", Tokens.FAMILY_SERVICES, count, client));
    }

    @Test
    void withRowLevelSecurityOffTheApplicationStillHidesOtherAgenciesClients() throws SQLException {
        UUID client = registered(mark);
        database.run("alter table client disable row level security");
        try {
            as(Tokens.token(Tokens.LEGAL_AID, Role.INTAKE_WORKER)).get("/v1/clients/{id}", client).then()
                    .statusCode(404);
        } finally {
            database.run("alter table client enable row level security");
        }
    }

    @Test
    void readingTheWayToReachSomeoneSaysOnlyWhatIsSafe() {
        register("""
                {"identity": {"familyName": "Family-%s"}, "contact": {"points": [{"kind": "email", "value": "a@b.example"}]}}
                """.formatted(mark)).statusCode(201).body("contact.points[0].safeToWrite", equalTo(false));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private long clients() {
        return database.strings("select id::text from client").size();
    }

    private ValidatableResponse bad(String body, String problem) {
        return register(body).statusCode(400).contentType("application/problem+json")
                .body("type", equalTo("urn:alongside:problem:" + problem)).header("Alongside-Access-Id", notNullValue())
                .body(not(containsString("Exception")));
    }

    private ValidatableResponse patch(UUID client, String version, String patch) {
        return as(INTAKE_WORKER).contentType(MERGE_PATCH).header("If-Match", version).body(patch)
                .patch("/v1/clients/{id}", client).then();
    }

    private ValidatableResponse withKey(String key, String body) {
        return as(INTAKE_WORKER).header("Idempotency-Key", key).body(body).post("/v1/clients").then();
    }

    private ValidatableResponse search(String token, String body) {
        return search(token, body, 200);
    }

    private ValidatableResponse search(String token, String body, int status) {
        return as(token).body(body).post("/v1/clients/search").then().statusCode(status);
    }
}
