package org.alongside.intake.restriction;

import static org.alongside.intake.client.Clients.as;
import static org.alongside.intake.client.Clients.details;
import static org.alongside.intake.client.Clients.newMark;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.HiddenRecords;
import org.alongside.kit.testing.HiddenRecords.Colleague;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

/** A restricted client is absent for every colleague who is not named, in each operation and in each table. */
@QuarkusTest
class RestrictedRecordTest {

    private static final Set<Role> WORKING = EnumSet.of(Role.INTAKE_WORKER, Role.CASE_WORKER,
            Role.REFERRAL_COORDINATOR, Role.RECEIVING_WORKER, Role.PARTNER_SYSTEM);
    private static final Set<Role> OVERSEEING = EnumSet.of(Role.SUPERVISOR, Role.PRIVACY_OFFICER, Role.AGENCY_ADMIN);
    /** Tables that name a client and are open to the agency, each for a reason that its migration states. */
    private static final Set<String> NOT_HIDDEN = Set.of("client_key", "restricted_client", "restriction",
            "merged_client");
    private static final UUID RECIPIENT = UUID.randomUUID();
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("assessment.start",
                    "{\"instrument\": \"core-needs\", \"version\": \"1.1.0\", \"answeredBy\": \"client\"}"),
            Map.entry("assessment.complete", "{\"priorities\": [], \"clientViews\": []}"),
            Map.entry("consent.propose", consent(Tokens.LEGAL_AID)),
            Map.entry("consent.give", given()),
            Map.entry("conversation.record",
                    "{\"kind\": \"role\", \"language\": \"en\", \"interpreter\": false, \"understood\": \"yes\"}"),
            Map.entry("client.merge", "{\"mergedClientId\": \"00000000-0000-4000-8000-000000000000\"}"),
            Map.entry("erasure.request", "{\"reason\": \"client-asked\"}"),
            Map.entry("contact.for-now", "{\"manner\": \"call\"}"),
            Map.entry("household.change", "{\"members\": []}"),
            Map.entry("restriction.begin", "{\"reasonCode\": \"threat\", \"workers\": [\"w\"]}"),
            Map.entry("restriction.name", "{\"workers\": [\"w\"]}"));

    private final Database database = new Database("intake");
    private final String mark = newMark();
    private final UUID worker = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final UUID boss = UUID.randomUUID();
    private final String named = token(worker, WORKING);
    private final String colleague = token(other, WORKING);
    private final String supervisor = token(boss, OVERSEEING);
    private UUID client;

    @BeforeEach
    void aRestrictedClient() {
        client = register(named, true);
    }

    @Test
    void everyOperationOnTheClientAnswersColleaguesAsIfThereWereNone() {
        Map<String, String> ids = aFullRecord();
        assertAllHidden(ids);
    }

    @Test
    void theApplicationHidesItWithRowLevelSecurityOff() throws SQLException {
        Map<String, String> ids = aFullRecord();
        unbound(() -> assertAllHidden(ids));
    }

    @Test
    void theDatabaseHidesItWithTheApplicationsCheckOff() throws SQLException {
        aFullRecord();
        int tried = 0;
        for (String table : HiddenRecords.tables(database, NOT_HIDDEN)) {
            String count = "select count(*) from " + table + " where client_id = ?";
            tried += database.countAs("intake_app", Tokens.FAMILY_SERVICES, worker, count, client) > 0 ? 1 : 0;
            assertEquals(0, database.countAs("intake_app", Tokens.FAMILY_SERVICES, other, count, client), table);
            assertEquals(0, database.countAs("intake_app", Tokens.FAMILY_SERVICES, count, client), table);
        }
        assertTrue(tried >= 12, "rows in only " + tried + " tables");
        String count = "select count(*) from client where id = ?";
        assertEquals(1, database.countAs("intake_app", Tokens.FAMILY_SERVICES, worker, count, client));
        assertEquals(0, database.countAs("intake_app", Tokens.FAMILY_SERVICES, other, count, client));
        assertEquals(0, database.countAs("intake_app", Tokens.LEGAL_AID, worker, count, client),
                "the same person at another agency is not named");
    }

    @Test
    void theAccessLogTellsNoDifferenceFromAnAbsentClient() {
        JsonPath hidden = access(as(colleague).get("/v1/clients/{id}", client).then().statusCode(404));
        JsonPath absent = access(as(colleague).get("/v1/clients/{id}", UUID.randomUUID()).then().statusCode(404));
        for (String field : List.of("outcome", "op", "basis", "parts", "homeAgency")) {
            assertEquals(absent.getString(field), hidden.getString(field), field);
        }
        assertEquals("not-visible", hidden.getString("outcome"));
    }

    @Test
    void noSearchListsItAndNoOtherClientIsLikeIt() {
        UUID twin = register(colleague, false);
        search(named, 2);
        search(colleague, 1);
        as(named).get("/v1/clients/{id}/possible-duplicates", twin).then().statusCode(200)
                .body("items.clientId", hasItem(client.toString()));
        as(colleague).get("/v1/clients/{id}/possible-duplicates", twin).then().statusCode(200)
                .body("items.clientId", not(hasItem(client.toString())));
    }

    @Test
    void whoLivesWithItStaysOnTheListUnseen() {
        UUID sister = register(colleague, false);
        UUID brother = register(colleague, false);
        household(named, sister, client, brother).statusCode(200);
        household(named, client, brother).statusCode(200);
        as(colleague).get("/v1/clients/{id}/household", sister).then().statusCode(200).body("members.clientId",
                contains(brother.toString()));
        as(colleague).get("/v1/clients/{id}/household", brother).then().statusCode(200).body("fromOthers.clientId",
                contains(sister.toString()));
        household(colleague, sister).statusCode(200).body("members", empty());
        as(named).get("/v1/clients/{id}/household", sister).then().statusCode(200).body("members.clientId",
                contains(client.toString()));
        as(named).get("/v1/clients/{id}/household", client).then().statusCode(200).body("fromOthers.clientId",
                contains(sister.toString()));
        household(colleague, brother, client).statusCode(404);
    }

    @Test
    void noHandleIsResolvedForAnOfficerWhoIsNotNamed() {
        String body = "{\"client\": \"" + client + "\"}";
        as(supervisor).body(body).post("/v1/handles/resolve").then().statusCode(404);
        name(named, worker, boss).statusCode(200);
        as(supervisor).body(body).post("/v1/handles/resolve").then().statusCode(200);
    }

    @Test
    void noEmergencyOpensItAndThoseThatDidEnd() throws SQLException {
        String open = "/v1/emergency-accesses";
        UUID stranger = UUID.randomUUID();
        String elsewhere = Tokens.of(Tokens.LEGAL_AID, Role.CASE_WORKER).subject(stranger).sign();
        String absent = as(elsewhere).body(emergency(UUID.randomUUID())).post(open).then().statusCode(404).extract()
                .asString();
        assertEquals(absent, as(elsewhere).body(emergency(client)).post(open).then().statusCode(404).extract()
                .asString());
        assertEquals(absent, as(colleague).body(emergency(client)).post(open).then().statusCode(404).extract()
                .asString());
        unbound(() -> {
            as(elsewhere).body(emergency(client)).post(open).then().statusCode(404);
            as(colleague).body(emergency(client)).post(open).then().statusCode(404);
        });

        UUID later = register(named, false);
        String opened = as(elsewhere).body(emergency(later)).post(open).then().statusCode(201).extract()
                .path("emergencyAccessId");
        restrict(named, later, "threat").statusCode(201);
        as(elsewhere).header("X-Purpose-Of-Use", "ETREAT").get("/v1/clients/{id}", later).then().statusCode(404);
        as(named).get("/v1/clients/{id}/emergency-accesses", later).then().statusCode(200).body("items.endedBy",
                contains(worker.toString()));
        assertEquals(1, database.strings("select id::text from access_grant where basis_id = ?::uuid"
                + " and revoked_at is not null", opened).size());
    }

    @Test
    void theDatabaseLetsNoEmergencyOpenItWithTheApplicationsCheckOff() throws SQLException {
        UUID stranger = UUID.randomUUID();
        database.run("""
                insert into access_grant (id, client_id, home_agency, grantee, parts, purposes, basis, basis_id, worker, valid_from,
                                          valid_until, version)
                values (gen_random_uuid(), ?, ?, ?, '{identity}', '{ETREAT}', 'emergency', gen_random_uuid(), ?,
                        now() - interval '1 second', now() + interval '1 hour', 0)""", client, Tokens.FAMILY_SERVICES,
                Tokens.LEGAL_AID, stranger.toString());
        String count = "select count(*) from client where id = ?";
        assertEquals(0, database.countAs("intake_app", Tokens.LEGAL_AID, stranger, count, client));
        assertEquals(0, database.countAs("intake_app", Tokens.LEGAL_AID, stranger,
                "select count(*) from access_grant where client_id = ?", client));
        unbound(() -> as(Tokens.of(Tokens.LEGAL_AID, Role.CASE_WORKER).subject(stranger).sign())
                .header("X-Purpose-Of-Use", "ETREAT").get("/v1/clients/{id}", client).then().statusCode(404));
    }

    @Test
    void aNamedWorkerNamesOthersAndWhoIsNamedNoMoreSeesNothing() {
        read(named).statusCode(200);
        read(colleague).statusCode(404);
        name(named, worker, other).statusCode(200).header("ETag", "\"1\"")
                .body("workers", containsInAnyOrder(worker.toString(), other.toString()));
        read(colleague).statusCode(200);
        name(colleague, other).statusCode(200);
        read(named).statusCode(404);
        as(named).get(restriction()).then().statusCode(404);
        as(colleague).header("If-Match", "\"1\"").body(workers(other)).put(restriction() + "/workers").then()
                .statusCode(412);
        as(colleague).body(workers(other)).put(restriction() + "/workers").then().statusCode(428);
        as(colleague).header("If-Match", "*").body("{\"workers\": []}").put(restriction() + "/workers").then()
                .statusCode(400).body("violations.field", hasItem("/workers"));
    }

    @Test
    void aSupervisorWhoIsNotNamedNamesOthersAndNeverThemselves() {
        as(supervisor).get(restriction()).then().statusCode(200).body("workers", contains(worker.toString()))
                .body("$", not(hasKey("reason")));
        name(supervisor, boss).statusCode(400).body("violations.code", contains("oneself"));
        name(supervisor, worker, boss).statusCode(400);
        lift(supervisor).statusCode(403);
        name(supervisor, other).statusCode(200);
        read(colleague).statusCode(200);
        read(supervisor).statusCode(404);
        lift(colleague).statusCode(403);
        name(colleague, other, boss).statusCode(200);
        read(supervisor).statusCode(200);
        lift(supervisor).statusCode(204);
        read(named).statusCode(200);
        as(named).get(restriction()).then().statusCode(404);
    }

    @Test
    void supervisorsAndOfficersSeeThatThereAreRestrictedClientsAndWhoIsNamed() {
        String list = "/v1/restrictions?limit=100";
        as(colleague).get(list).then().statusCode(403);
        as(Tokens.token(Tokens.LEGAL_AID, Role.SUPERVISOR)).get(list).then().statusCode(200)
                .body("items.clientId", not(hasItem(client.toString())));
        List<String> seen = new ArrayList<>();
        String next = list;
        while (next != null) {
            JsonPath page = as(supervisor).get(next).then().statusCode(200).extract().jsonPath();
            assertFalse(page.prettify().contains(mark));
            seen.addAll(page.getList("items.clientId"));
            next = page.get("next") == null ? null : list + "&cursor=" + page.getString("next");
        }
        assertTrue(seen.contains(client.toString()));
    }

    @Test
    void aClientIsRestrictedByWhoeverSeesIt() {
        UUID open = register(colleague, false);
        restrict(Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER), open, "threat").statusCode(404);
        as(named).body("{\"reasonCode\": \"boredom\", \"workers\": []}").post("/v1/clients/{id}/restriction", open)
                .then().statusCode(400).body("violations.field", hasItem("/reasonCode"));
        as(supervisor).body("{\"reasonCode\": \"threat\", \"workers\": []}")
                .post("/v1/clients/{id}/restriction", open).then().statusCode(400)
                .body("violations.field", contains("/workers")).body("violations.code", contains("too-few"));
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            as(supervisor).header("Idempotency-Key", key).body("""
                    {"reasonCode": "staff-member", "reason": "Works here %s", "workers": ["%s"]}"""
                    .formatted(mark, worker)).post("/v1/clients/{id}/restriction", open).then().statusCode(201)
                    .header("Location", "/v1/clients/" + open + "/restriction")
                    .body("workers", contains(worker.toString())).body("$", not(hasKey("reason")));
        }
        as(named).get("/v1/clients/{id}/restriction", open).then().statusCode(200)
                .body("reason", equalTo("Works here " + mark)).body("reasonCode", equalTo("staff-member"));
        restrict(named, open, "threat").statusCode(409);
        as(supervisor).get("/v1/clients/{id}", open).then().statusCode(404);
        as(colleague).get("/v1/clients/{id}", open).then().statusCode(404);
        assertEquals(List.of(), database.strings("select 1 from restriction where encode(reason, 'escape') like ?",
                "%" + mark + "%"));
    }

    @Test
    void theOtherServicesAreToldWithWhatMakesTheClientKnownToThem() {
        JsonPath registered = told("intake.client.v1", client.toString());
        assertEquals(List.of(worker.toString()), registered.getList("restriction.workers"));
        assertEquals(0, registered.getLong("restriction.version"));
        String intake = as(named).post("/v1/clients/{id}/intakes", client).then().statusCode(201).extract()
                .path("intakeId");
        assertEquals(List.of(worker.toString()), told("intake.intake.v1", intake).getList("restriction.workers"));

        name(named, worker, other).statusCode(200);
        assertEquals(2, told("intake.grant.v1", client.toString()).getList("workers").size());
        name(colleague, other, boss).statusCode(200);
        lift(supervisor).statusCode(204);
        JsonPath lifted = told("intake.grant.v1", client.toString());
        assertFalse(lifted.getMap("").containsKey("workers"));
        assertEquals(3, lifted.getLong("version"));
        restrict(named, client, "threat").statusCode(201);
        assertEquals(4, told("intake.grant.v1", client.toString()).getLong("version"));

        as(Tokens.token(Tokens.FAMILY_SERVICES, Role.SYSTEM_ADMIN)).body("{\"topic\":\"intake.grant.v1\"}")
                .post("/v1/system/events/republish").then().statusCode(204);
        assertEquals(List.of("4"),
                database.strings("select convert_from(payload, 'UTF8')::json ->> 'version' from outbox"
                        + " where snapshot and type = 'org.alongside.intake.client.restricted.v1' and key = ?",
                        client.toString()));
    }

    @Test
    void aConsentOpensItToTheWorkersWhomItNamesAndToNobodyElseThere() throws SQLException {
        String recipient = Tokens.of(Tokens.LEGAL_AID, Role.CASE_WORKER).subject(RECIPIENT).sign();
        String there = Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER);
        propose(client, unnamed()).statusCode(400).body("violations.field", contains("/recipientWorkers"))
                .body("violations.code", contains("required"));
        propose(client, consent(Tokens.LEGAL_AID).replaceFirst("\\{\"" + Tokens.LEGAL_AID, "{\"" + Tokens.HOUSING))
                .statusCode(400).body("violations.code", containsInAnyOrder("no-recipient", "required"));
        give(propose(client, consent(Tokens.LEGAL_AID)).statusCode(201)
                .body("recipientWorkers." + "'" + Tokens.LEGAL_AID + "'", contains(RECIPIENT.toString())).extract()
                .path("consentId")).statusCode(200);
        read(recipient).statusCode(200);
        read(there).statusCode(404);
        read(colleague).statusCode(404);
        String count = "select count(*) from client where id = ?";
        assertEquals(1, database.countAs("intake_app", Tokens.LEGAL_AID, RECIPIENT, count, client));
        assertEquals(0, database.countAs("intake_app", Tokens.LEGAL_AID, other, count, client));
        unbound(() -> {
            read(recipient).statusCode(200);
            read(there).statusCode(404);
        });
    }

    @Test
    void aGrantToAWholeAgencyOpensNothingWhileTheRestrictionLastsAndIsTold() throws SQLException {
        UUID open = register(named, false);
        String there = Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER);
        give(propose(open, unnamed()).statusCode(201).extract().path("consentId")).statusCode(200);
        String proposed = propose(open, unnamed()).statusCode(201).extract().path("consentId");
        as(there).get("/v1/clients/{id}", open).then().statusCode(200);
        UUID grant = UUID.fromString(
                database.strings("select id::text from access_grant where client_id = ?", open).get(0));
        String hold = "select case when hold_grants(array[?::uuid]) then 1 else 0 end";
        assertEquals(1, database.countAs("intake_app", Tokens.LEGAL_AID, other, hold, grant));

        as(named).body("{\"reasonCode\": \"threat\", \"workers\": [\"" + boss + "\"]}")
                .post("/v1/clients/{id}/restriction", open).then().statusCode(201)
                .body("closedGrants", contains(grant.toString()));
        assertEquals(0, database.countAs("intake_app", Tokens.LEGAL_AID, other, hold, grant),
                "a read that began before must not commit");
        as(there).get("/v1/clients/{id}", open).then().statusCode(404);
        assertEquals(0, database.countAs("intake_app", Tokens.LEGAL_AID, other,
                "select count(*) from client where id = ?", open));
        unbound(() -> as(there).get("/v1/clients/{id}", open).then().statusCode(404));
        give(proposed).statusCode(409);
        as(supervisor).header("If-Match", "*").delete("/v1/clients/{id}/restriction", open).then().statusCode(204);
        as(there).get("/v1/clients/{id}", open).then().statusCode(200);
    }

    private void unbound(Runnable calls) throws SQLException {
        List<String> bound = boundTables();
        for (String table : bound) {
            database.run("alter table " + table + " disable row level security");
        }
        try {
            calls.run();
        } finally {
            for (String table : bound) {
                database.run("alter table " + table + " enable row level security");
            }
        }
    }

    private ValidatableResponse propose(UUID of, String body) {
        return as(named).body(body).post("/v1/clients/{id}/consents", of).then();
    }

    private ValidatableResponse give(String consent) {
        return as(named).header("If-Match", "\"0\"").body(given()).post("/v1/consents/{id}/give", consent).then();
    }

    private static String unnamed() {
        return consent(Tokens.LEGAL_AID).replaceFirst("\"recipientWorkers\": \\{[^}]*}, ", "");
    }

    private void assertAllHidden(Map<String, String> ids) {
        // who oversees is told that there is a restriction, and by nothing else that there is such a client
        int tried = new HiddenRecords(BODIES).check(List.of(new Colleague(colleague, WORKING, operation -> true),
                new Colleague(supervisor, OVERSEEING, operation -> !operation.startsWith("restriction."))), ids);
        assertTrue(tried > 40, "only " + tried + " were tried");
    }

    /** One record of each kind; ids by the parameter that names them in paths. */
    private Map<String, String> aFullRecord() {
        String intake = as(named).post("/v1/clients/{id}/intakes", client).then().statusCode(201).extract()
                .path("intakeId");
        String assessment = as(named).body("""
                {"instrument": "core-needs", "version": "1.1.0", "answeredBy": "client",
                 "answers": [{"linkId": "food.enough", "values": ["nothing-today"]}]}""")
                .post("/v1/clients/{id}/assessments", client).then().statusCode(201).extract().path("assessmentId");
        as(named).header("If-Match", "\"0\"").body("{\"priorities\": [], \"clientViews\": []}")
                .post("/v1/assessments/{id}/complete", assessment).then().statusCode(200);
        household(named, client, register(named, false)).statusCode(200);
        String consent = as(named).body(consent(Tokens.LEGAL_AID)).post("/v1/clients/{id}/consents", client).then()
                .statusCode(201).extract().path("consentId");
        as(named).header("If-Match", "\"0\"").body(given()).post("/v1/consents/{id}/give", consent).then()
                .statusCode(200);
        String talk = as(named).body(BODIES.get("conversation.record")).post("/v1/clients/{id}/conversations", client)
                .then().statusCode(201).extract().path("conversationId");
        String erasure = as(token(worker, OVERSEEING)).body(BODIES.get("erasure.request"))
                .post("/v1/clients/{id}/erasures", client).then().statusCode(201).extract().path("erasureId");
        return Map.of("clientId", client.toString(), "intakeId", intake, "assessmentId", assessment, "consentId",
                consent, "conversationId", talk, "erasureId", erasure, "emergencyId", anEmergencyFromBefore());
    }

    private String anEmergencyFromBefore() {
        String id = UUID.randomUUID().toString();
        try {
            database.run("""
                    insert into emergency_access (id, client_id, home_agency, agency, worker, reason_code, reason, parts,
                                                  opened_at, ends_at, version)
                    values (?::uuid, ?, ?, ?, 'somebody', 'shelter-tonight', '', '{identity}', now() - interval '2 hours',
                            now() - interval '1 hour', 0)""", id, client, Tokens.FAMILY_SERVICES, Tokens.LEGAL_AID);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return id;
    }

    private List<String> boundTables() {
        return database.strings("select distinct tablename from pg_policies where policyname = 'restricted'"
                + " and permissive = 'RESTRICTIVE'");
    }

    private UUID register(String token, boolean restricted) {
        String body = details(mark).replaceFirst("\\{", restricted ? "{\"restricted\": true, " : "{");
        return UUID.fromString(as(token).body(body).post("/v1/clients").then().statusCode(201)
                .header("Location", startsWith("/v1/clients/")).extract().path("clientId"));
    }

    private ValidatableResponse read(String token) {
        return as(token).get("/v1/clients/{id}", client).then();
    }

    private void search(String token, int found) {
        as(token).body("{\"familyName\": \"Family-%s\"}".formatted(mark)).post("/v1/clients/search").then()
                .statusCode(200).body("items", hasSize(found));
    }

    private static ValidatableResponse household(String token, UUID of, UUID... members) {
        List<String> listed = Arrays.stream(members)
                .map(member -> "{\"clientId\": \"" + member + "\", \"relation\": \"sibling\"}").toList();
        return as(token).header("If-Match", "*").body("{\"members\": " + listed + "}")
                .put("/v1/clients/{id}/household", of).then();
    }

    private String restriction() {
        return "/v1/clients/" + client + "/restriction";
    }

    private static ValidatableResponse restrict(String token, UUID client, String reason) {
        return as(token).body("{\"reasonCode\": \"" + reason + "\", \"workers\": []}")
                .post("/v1/clients/{id}/restriction", client).then();
    }

    private ValidatableResponse name(String token, UUID... workers) {
        return as(token).header("If-Match", "*").body(workers(workers)).put(restriction() + "/workers").then();
    }

    private ValidatableResponse lift(String token) {
        return as(token).header("If-Match", "*").delete(restriction()).then();
    }

    private static String workers(UUID... workers) {
        return "{\"workers\": " + Arrays.stream(workers).map(worker -> "\"" + worker + "\"").toList() + "}";
    }

    private static String emergency(UUID client) {
        return "{\"client\": \"%s\", \"reasonCode\": \"shelter-tonight\", \"reason\": \"Stands at the door tonight\"}"
                .formatted(client);
    }

    private static String consent(UUID recipient) {
        return """
                {"recipients": ["%1$s"], "recipientWorkers": {"%1$s": ["%3$s"]}, "parts": ["identity", "referral"], "categories": ["legal-aid"], "purposes": ["TREAT"],
                 "validUntil": "%2$s"}""".formatted(recipient, Instant.now().plus(Duration.ofDays(90)), RECIPIENT);
    }

    private static String given() {
        return "{\"givenBy\": \"client\", \"manner\": \"written\", \"language\": \"en\", \"limitsOfConfidentialityTalk\": true}";
    }

    private static String token(UUID subject, Set<Role> roles) {
        return Tokens.of(Tokens.FAMILY_SERVICES, roles.toArray(Role[]::new)).subject(subject).sign();
    }

    private JsonPath told(String topic, String key) {
        return new JsonPath(database.strings("select convert_from(payload, 'UTF8') from outbox where topic = ?"
                + " and key = ? order by position desc limit 1", topic, key).get(0));
    }

    private JsonPath access(ValidatableResponse answer) {
        String id = answer.extract().header("Alongside-Access-Id");
        return new JsonPath(database.strings("select convert_from(payload, 'UTF8') from outbox where"
                + " topic = 'audit.access.v1' and convert_from(payload, 'UTF8') like ?", "%\"" + id + "\"%").get(0));
    }
}
