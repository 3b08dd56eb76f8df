package org.alongside.intake.household;

import static org.alongside.intake.client.Clients.INTAKE_WORKER;
import static org.alongside.intake.client.Clients.as;
import static org.alongside.intake.client.Clients.newMark;
import static org.alongside.intake.client.Clients.registered;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Who lives with a client: clients and others, from when to when, seen from both sides. */
@QuarkusTest
class HouseholdTest {

    private final String mark = newMark();
    private final String legalAid = Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER);
    private Database database;
    private UUID client;
    private UUID other;

    @BeforeEach
    void twoClients() {
        database = new Database("intake");
        client = registered(mark);
        other = registered(mark);
    }

    @Test
    void nobodyIsRecordedUntilSomebodyIs() {
        read(INTAKE_WORKER, client).statusCode(200).header("ETag", "\"-1\"").body("members", empty()).body("fromOthers",
                empty());
        put(client, "\"0\"", named("Aunt")).statusCode(412);
        as(INTAKE_WORKER).body(list(named("Aunt"))).put("/v1/clients/{id}/household", client).then().statusCode(428);
        put(client, "\"-1\"", named("Aunt")).statusCode(200).header("ETag", "\"0\"");
        put(client, "\"-1\"", named("Uncle")).statusCode(412);
        put(client, "\"0\"", named("Uncle")).statusCode(200).header("ETag", "\"1\"")
                .body("members.name", contains("Uncle-" + mark));
        read(INTAKE_WORKER, client).body("members.name", contains("Uncle-" + mark));
    }

    @Test
    void membersAreClientsOrOnlyNamedWithARelationAndDays() {
        put(client, "*", "{\"name\": \"Baby-%s\", \"dateOfBirth\": {\"value\": \"2024\", \"precision\": \"year\"},"
                .formatted(mark) + "\"relation\": \"child\", \"from\": \"2024-05-01\"}",
                "{\"clientId\": \"%s\", \"relation\": \"parent\", \"from\": \"2001-02-03\", \"until\": \"2024-05-06\"}"
                        .formatted(other))
                .statusCode(200);
        read(INTAKE_WORKER, client).body("members.relation", contains("child", "parent"))
                .body("members[0].dateOfBirth.value", equalTo("2024"))
                .body("members[1].clientId", equalTo(other.toString()))
                .body("members[1].from", equalTo("2001-02-03")).body("members[1].until", equalTo("2024-05-06"));
    }

    @ParameterizedTest
    @CsvSource({"child,parent", "parent,child", "grandparent,grandchild", "ward,guardian", "partner,partner",
            "sibling,sibling"})
    void theOtherSideShowsTheInverse(String relation, String inverse) {
        put(client, "*", member(other, relation)).statusCode(200);
        read(INTAKE_WORKER, other).statusCode(200).body("members", empty())
                .body("fromOthers.clientId", contains(client.toString()))
                .body("fromOthers.relation", contains(inverse));
        put(client, "*").statusCode(200);
        read(INTAKE_WORKER, other).body("fromOthers", empty());
    }

    @Test
    void nobodyIsTheirOwnMemberAndAClientIsOneOnce() {
        refused("/members/0/clientId", "self", member(client, "sibling"));
        refused("/members/1/clientId", "repeated", member(other, "sibling"), member(other, "partner"));
        put(other, "*", member(client, "sibling")).statusCode(200);
        refused("/members/0/clientId", "on-other-list", member(other, "sibling"));
        assertEquals(1, links(other));
        assertEquals(0, links(client));
    }

    @Test
    void nobodyStandsOnMoreListsThanAListHasMembers() {
        for (int i = 0; i < 50; i++) {
            put(registered(mark), "*", member(other, "sibling")).statusCode(200);
        }
        refused("/members/0/clientId", "too-many-lists", member(other, "sibling"));
        read(INTAKE_WORKER, other).statusCode(200).body("fromOthers", hasSize(50));
    }

    @Test
    void aBlankIsNoName() {
        refused("/members/0/name", "pattern", "{\"name\": \" \", \"relation\": \"child\"}");
    }

    @Test
    void nobodyIsAnAncestorOfThemselves() {
        UUID third = registered(mark);
        UUID fourth = registered(mark);
        put(client, "*", member(other, "child")).statusCode(200);
        put(other, "*", member(third, "child")).statusCode(200);
        put(fourth, "*", member(third, "parent")).statusCode(200);
        // client > other > third > fourth
        put(fourth, "*", member(third, "parent"), member(client, "child")).statusCode(400)
                .body("violations.field", contains("/members/0/relation", "/members/1/relation"))
                .body("violations.code.unique()", contains("cycle"));
        put(client, "*", member(other, "child"), member(fourth, "parent")).statusCode(400)
                .body("violations.field", contains("/members/0/relation", "/members/1/relation"))
                .body("violations.code.unique()", contains("cycle"));
        put(third, "*", member(client, "child")).statusCode(400).body("violations.code", contains("cycle"));
        put(fourth, "*", member(third, "parent"), member(client, "grandparent")).statusCode(200);
        put(client, "*", member(other, "child")).statusCode(200);
    }

    /** What each change alone allows, both together must not. */
    @Test
    void twoChangesAtOnceMakeNoCycle() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(3);
        try {
            for (int round = 0; round < 5; round++) {
                UUID[] ring = {registered(mark), registered(mark), registered(mark)};
                List<Callable<Integer>> changes = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                    UUID parent = ring[i];
                    UUID child = ring[(i + 1) % 3];
                    changes.add(() -> put(parent, "\"-1\"", member(child, "child")).extract().statusCode());
                }
                int done = 0;
                for (Future<Integer> change : callers.invokeAll(changes)) {
                    done += change.get() == 200 ? 1 : 0;
                }
                assertEquals(2, done);
            }
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void aClientOfAnotherAgencyIsNobodyHereAndTheAttemptIsNamed() throws SQLException {
        UUID stranger = UUID.fromString(as(Tokens.token(Tokens.LEGAL_AID, Role.INTAKE_WORKER))
                .body("{\"identity\": {\"familyName\": \"Elsewhere-%s\"}}".formatted(mark)).post("/v1/clients").then()
                .statusCode(201).extract().path("clientId"));
        grant(stranger, Tokens.LEGAL_AID, Tokens.FAMILY_SERVICES, "{identity,household}");
        ValidatableResponse hidden = put(client, "*", named("Aunt"), member(stranger, "sibling")).statusCode(404);
        assertEquals(put(client, "*", member(UUID.randomUUID(), "sibling")).statusCode(404).extract().asString(),
                hidden.extract().asString());
        assertTrue(events(hidden).toString().contains("\"memberClientId\":\"" + stranger), events(hidden).toString());
        read(INTAKE_WORKER, client).body("members", empty());
    }

    @Test
    void badInputIsNamedByFieldAndNothingIsWritten() {
        refused("/members/0/clientOrNamed", "assert-true", "{\"relation\": \"child\"}");
        refused("/members/0/clientOrNamed", "assert-true",
                "{\"clientId\": \"%s\", \"name\": \"x\", \"relation\": \"child\"}".formatted(other));
        refused("/members/0/relation", "required", "{\"name\": \"x\"}");
        refused("/members/0/relation", "unknown-code", "{\"name\": \"x\", \"relation\": \"boss\"}");
        refused("/members/0/endingAfterItBegan", "assert-true",
                "{\"name\": \"x\", \"relation\": \"child\", \"from\": \"2024-01-02\", \"until\": \"2024-01-01\"}");
        refused("/members/0/bornHereWhenNoClient", "assert-true",
                "{\"clientId\": \"%s\", \"relation\": \"child\", \"dateOfBirth\": {\"value\": \"1984\", \"precision\": \"year\"}}"
                        .formatted(other));
        refused("/members/0/dateOfBirth/value", "possible-birth",
                "{\"name\": \"x\", \"relation\": \"child\", \"dateOfBirth\": {\"value\": \"2999\", \"precision\": \"year\"}}");
        refused("/members/0/from", "wrong-type",
                "{\"name\": \"x\", \"relation\": \"child\", \"from\": \"2024-02-30\"}");
        String[] crowd = new String[10_000];
        Arrays.fill(crowd, "{\"name\": \"x\", \"relation\": \"other\"}");
        refused("/members", "size", crowd);
        assertEquals(List.of(), database.strings("select id::text from household where client_id = ?", client));
    }

    @Test
    void fiftyMembersAreNotTooMany() {
        String[] crowd = new String[50];
        Arrays.fill(crowd, "{\"name\": \"x\", \"relation\": \"other\"}");
        put(client, "*", crowd).statusCode(200).body("members", hasSize(50));
    }

    @ParameterizedTest
    @CsvSource({"{household},200", "'{identity,contact}',404"})
    void anotherAgencySeesItByThePartHouseholdAndNotWhoIsAClient(String parts, int status) throws SQLException {
        put(client, "*", named("Aunt"), member(other, "sibling")).statusCode(200);
        put(registered(mark), "*", member(client, "child")).statusCode(200);
        grant(client, Tokens.FAMILY_SERVICES, Tokens.LEGAL_AID, parts);
        read(legalAid, client).statusCode(status).body(not(containsString(other.toString())));
        if (status == 200) {
            read(legalAid, client).body("members.relation", contains("relative", "sibling"))
                    .body("members[0].name", equalTo("Aunt-" + mark)).body("fromOthers", empty());
        }
        as(legalAid).header("If-Match", "*").body(list(named("Aunt"))).put("/v1/clients/{id}/household", client).then()
                .statusCode(404);
    }

    @Test
    void withTheApplicationCheckOffRowLevelSecurityHidesHouseholdsAndLinks() throws SQLException {
        put(client, "*", member(other, "sibling")).statusCode(200);
        grant(client, Tokens.FAMILY_SERVICES, Tokens.LEGAL_AID, "{identity,contact}");
        String households = "select count(*) from household where client_id = ?";
        String links = "select count(*) from household_link where client_id = ?";
        assertEquals(0, database.countAs("intake_app", Tokens.LEGAL_AID, households, client));
        grant(client, Tokens.FAMILY_SERVICES, Tokens.LEGAL_AID, "{household}");
        assertEquals(1, database.countAs("intake_app", Tokens.LEGAL_AID, households, client));
        assertEquals(0, database.countAs("intake_app", Tokens.LEGAL_AID, links, client));
        assertEquals(1, database.countAs("intake_app", Tokens.FAMILY_SERVICES, links, client));
        assertEquals(0, database.countAs("intake_app", null, households, client));
    }

    @Test
    void eachMemberWhoIsAClientIsAnAccessToThatClient() {
        put(client, "*", named("Aunt"), member(other, "sibling")).statusCode(200);
        for (UUID side : List.of(client, other)) {
            List<String> events = events(read(INTAKE_WORKER, side));
            assertEquals(2, events.size());
            assertTrue(events.stream().allMatch(event -> event.contains("\"op\":\"household.read\"")
                    && event.contains("\"parts\":[\"household\"]") && !event.contains(mark)), events.toString());
            assertTrue(events.toString().contains("\"client\":\"" + client)
                    && events.toString().contains("\"client\":\"" + other), events.toString());
        }
    }

    @Test
    void othersLearnTheIdsOfThoseClientsWhoStillLiveThereAndNothingElse() {
        UUID moved = registered(mark);
        put(client, "*", named("Aunt"), member(other, "sibling"),
                "{\"clientId\": \"%s\", \"relation\": \"partner\", \"until\": \"%s\"}".formatted(moved,
                        LocalDate.now().minusDays(2)))
                .statusCode(200);
        List<String> told = database.strings("select convert_from(payload, 'UTF8') from outbox"
                + " where topic = 'intake.household.v1' and key = ?", client.toString());
        assertEquals(List.of("{\"clientId\":\"%s\",\"homeAgency\":\"%s\",\"members\":[\"%s\"],\"version\":0}"
                .formatted(client, Tokens.FAMILY_SERVICES, other)), told);
    }

    /** For a copy that begins when the events are no longer kept. */
    @Test
    void theyCanBeToldAnewAsTheyAreToday() throws SQLException {
        othersLearnTheIdsOfThoseClientsWhoStillLiveThereAndNothingElse();
        database.run("update household_link set until_date = current_date - 1 where client_id = ?", client);
        as(Tokens.token(Tokens.FAMILY_SERVICES, Role.SYSTEM_ADMIN)).body("{\"topic\":\"intake.household.v1\"}")
                .post("/v1/system/events/republish").then().statusCode(204);
        String version = database.strings("select version::text from household where client_id = ?", client).get(0);
        assertEquals(List.of("[] " + version), database.strings("""
                select payload ->> 'members' || ' ' || (payload ->> 'version') from (
                    select convert_from(payload, 'UTF8')::json as payload from outbox
                     where topic = 'intake.household.v1' and key = ? and snapshot) told""", client.toString()));
    }

    @Test
    void theServiceItselfSeesHouseholdsForItsJobAlone() throws SQLException {
        othersLearnTheIdsOfThoseClientsWhoStillLiveThereAndNothingElse();
        for (String table : List.of("household", "household_link")) {
            assertEquals(0, database.countAs("intake_system", null,
                    "select count(*) from " + table + " where client_id = ?", client), table);
        }
    }

    @Test
    void namesStandReadableNowhere() {
        put(client, "*", named("Aunt")).statusCode(200);
        assertEquals(List.of(), database.strings("select 1 from household where encode(members, 'escape') like ?",
                "%Aunt-" + mark + "%"));
    }

    private void refused(String field, String code, String... members) {
        put(client, "*", members).statusCode(400).body("violations.field", hasItem(field)).body("violations.code",
                hasItem(code));
    }

    private String named(String name) {
        return "{\"name\": \"%s-%s\", \"relation\": \"relative\"}".formatted(name, mark);
    }

    private static String member(UUID id, String relation) {
        return "{\"clientId\": \"%s\", \"relation\": \"%s\"}".formatted(id, relation);
    }

    private static String list(String... members) {
        return "{\"members\": [" + String.join(", ", members) + "]}";
    }

    private static ValidatableResponse put(UUID client, String ifMatch, String... members) {
        return as(INTAKE_WORKER).header("If-Match", ifMatch).body(list(members))
                .put("/v1/clients/{id}/household", client).then();
    }

    private static ValidatableResponse read(String token, UUID client) {
        return as(token).get("/v1/clients/{id}/household", client).then();
    }

    private int links(UUID client) {
        return database.strings("select 1 from household_link where client_id = ?", client).size();
    }

    private List<String> events(ValidatableResponse response) {
        return database.strings(
                "select convert_from(payload, 'UTF8') from outbox where topic = 'audit.access.v1'"
                        + " and convert_from(payload, 'UTF8') like ?",
                "%" + response.extract().header("Alongside-Access-Id") + "%");
    }

    private void grant(UUID client, UUID home, UUID grantee, String parts) throws SQLException {
        database.run("""
                insert into access_grant (id, client_id, home_agency, grantee, parts, purposes, basis, basis_id, consent_id,
                                          valid_from, valid_until, version)
                values (?, ?, ?, ?, ?::text[], '{TREAT}', 'consent', ?, ?, now() - interval '1 minute',
                        now() + interval '1 day', 0)""", UUID.randomUUID(), client, home, grantee, parts,
                UUID.randomUUID(), UUID.randomUUID());
    }
}
