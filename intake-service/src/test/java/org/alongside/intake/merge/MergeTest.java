package org.alongside.intake.merge;

import static org.alongside.intake.client.Clients.INTAKE_WORKER;
import static org.alongside.intake.client.Clients.as;
import static org.alongside.intake.client.Clients.newMark;
import static org.alongside.intake.client.Clients.register;
import static org.alongside.intake.client.Clients.registered;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.alongside.intake.client.Names;
import org.alongside.intake.consent.Consents;
import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

/** Two records of one person: one goes on, with all that is under either, and nothing of it is lost when that was a mistake. */
@QuarkusTest
class MergeTest {

    private static final String SUPERVISOR = Tokens.token(Tokens.FAMILY_SERVICES, Role.SUPERVISOR);
    private static final String OFFICER = Tokens.token(Tokens.FAMILY_SERVICES, Role.PRIVACY_OFFICER);
    private static final String ASSESSMENT = """
            {"instrument": "core-needs", "version": "1.1.0", "answeredBy": "client"}""";
    private static final String TALK = """
            {"kind": "role", "language": "en", "interpreter": false, "understood": "yes"}""";

    private final Database database = new Database("intake");
    private final String mark = newMark();
    private final String otherMark = newMark();
    private UUID survivor;
    private UUID merged;

    @BeforeEach
    void twoRecordsOfOnePerson() {
        survivor = registered(mark);
        merged = registered(otherMark);
    }

    @Test
    void eachRecordSaysWhichOneGoesOn() {
        String merge = merge();
        as(INTAKE_WORKER).get("/v1/clients/{id}", survivor).then().statusCode(200)
                .body("replaces", contains(merged.toString())).body("replacedBy", nullValue());
        as(INTAKE_WORKER).get("/v1/clients/{id}", merged).then().statusCode(200)
                .body("replacedBy", equalTo(survivor.toString())).body("replaces", nullValue())
                .body("identity.familyName", equalTo("Family-" + otherMark));
        for (UUID record : List.of(survivor, merged)) {
            as(INTAKE_WORKER).get("/v1/clients/{id}/merges", record).then().statusCode(200).body("items", hasSize(1))
                    .body("items[0].mergeId", equalTo(merge)).body("items[0].mergedBy", notNullValue())
                    .body("items[0].survivorId", equalTo(survivor.toString()))
                    .body("items[0].mergedClientId", equalTo(merged.toString()));
        }
        undo(merge).statusCode(200).body("undoneBy", notNullValue());
        as(INTAKE_WORKER).get("/v1/clients/{id}", survivor).then().body("replaces", nullValue());
        as(INTAKE_WORKER).get("/v1/clients/{id}", merged).then().body("replacedBy", nullValue());
        as(INTAKE_WORKER).get("/v1/clients/{id}/merges", merged).then().body("items.undoneAt", hasSize(1));
    }

    @Test
    void theListsOfTheOneThatGoesOnHoldWhatIsUnderBoth() {
        List<String> of = fill(survivor);
        of.addAll(fill(merged));
        String merge = merge();
        List<String> listed = new ArrayList<>();
        for (String list : List.of("consents", "assessments", "conversations", "grants")) {
            JsonPath page = as(Tokens.token(Tokens.FAMILY_SERVICES, Role.SUPERVISOR, Role.CASE_WORKER))
                    .get("/v1/clients/{id}/" + list, survivor).then().statusCode(200)
                    .body("items.clientId", containsInAnyOrder(survivor.toString(), merged.toString())).extract()
                    .jsonPath();
            listed.addAll(page.getList("items." + list.substring(0, list.length() - 1) + "Id"));
            as(SUPERVISOR).get("/v1/clients/{id}/" + list + "?limit=1", survivor).then().statusCode(200)
                    .body("items", hasSize(1)).body("next", notNullValue());
        }
        assertTrue(listed.containsAll(of), listed + " has not all of " + of);
        as(SUPERVISOR).get("/v1/clients/{id}/consents", merged).then().body("items", hasSize(1));
        undo(merge).statusCode(200);
        as(SUPERVISOR).get("/v1/clients/{id}/consents", survivor).then().body("items", hasSize(1));
    }

    @Test
    void whoCouldSeeThePersonOnADayCountsTheGrantsOfBoth() {
        fill(merged);
        merge();
        as(SUPERVISOR).get("/v1/clients/{id}/grants?on=" + Instant.now().toString().substring(0, 10) + "&zone=UTC",
                survivor).then().statusCode(200).body("items.clientId", contains(merged.toString()));
    }

    @Test
    void nothingNewBeginsUnderTheMergedRecordAndWhatWasBegunGoesOn() {
        String consent = Consents.proposed(merged);
        String assessment = as(INTAKE_WORKER).body(ASSESSMENT).post("/v1/clients/{id}/assessments", merged).then()
                .statusCode(201).extract().path("assessmentId");
        merge();
        for (Map.Entry<String, String> begun : Map.of("intakes", "", "assessments", ASSESSMENT, "conversations", TALK,
                "consents", consentBody()).entrySet()) {
            as(INTAKE_WORKER).body(begun.getValue()).post("/v1/clients/{id}/" + begun.getKey(), merged).then()
                    .statusCode(409).body("type", equalTo("urn:alongside:problem:client-merged"))
                    .body("replacedBy", equalTo(survivor.toString()));
            as(INTAKE_WORKER).body(begun.getValue()).post("/v1/clients/{id}/" + begun.getKey(), survivor).then()
                    .statusCode(201);
        }
        give(consent).statusCode(200);
        as(INTAKE_WORKER).body("{}").post("/v1/consents/{id}/revoke", consent).then().statusCode(200);
        as(INTAKE_WORKER).contentType("application/merge-patch+json").header("If-Match", "\"0\"").body("{}")
                .patch("/v1/assessments/{id}", assessment).then().statusCode(200);
        as(INTAKE_WORKER).contentType("application/merge-patch+json").header("If-Match", "\"0\"")
                .body("{\"contact\": null}").patch("/v1/clients/{id}", merged).then().statusCode(200);
    }

    @Test
    void aSearchByTheNamesOfEitherFindsTheOneThatGoesOnOnce() {
        search("Family-" + otherMark).body("items.clientId", contains(merged.toString()));
        String merge = merge();
        search("Family-" + otherMark).body("items.clientId", contains(survivor.toString()));
        search("Family-" + mark).body("items.clientId", contains(survivor.toString()));
        as(INTAKE_WORKER)
                .body("{\"familyName\": \"Family-%s\", \"givenNames\": \"Given-%s\"}".formatted(mark, otherMark))
                .post("/v1/clients/search").then().statusCode(200)
                .body("items.clientId", contains(survivor.toString()));
        undo(merge).statusCode(200);
        search("Family-" + otherMark).body("items.clientId", contains(merged.toString()));
    }

    @Test
    void pagesOfASearchHoldEachPersonOnce() {
        UUID third = registered(mark);
        UUID fourth = registered(mark);
        merge();
        merge(third, fourth).statusCode(201);
        List<String> found = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page = as(INTAKE_WORKER).body("{\"familyName\": \"Family-" + mark + "\"}")
                    .post("/v1/clients/search?limit=1" + next).then().statusCode(200).extract().jsonPath();
            found.addAll(page.getList("items.clientId"));
            next = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        }
        assertEquals(Stream.of(survivor, third).map(UUID::toString).sorted().toList(), found);
    }

    @Test
    void recordsOfOnePersonAreNoPossibleDuplicatesOfEachOther() {
        String name = Names.unlikeAnyOther();
        UUID first = taken(name);
        UUID second = taken(name);
        duplicates(first).body("items.clientId", contains(second.toString()));
        String merge = merge(first, second).statusCode(201).extract().path("mergeId");
        duplicates(first).body("items", empty());
        duplicates(second).body("items", empty());
        UUID third = taken(name);
        duplicates(third).body("items.clientId", containsInAnyOrder(first.toString(), second.toString()))
                .body("items.find { it.clientId == '" + second + "' }.replacedBy", equalTo(first.toString()));
        undo(merge).statusCode(200);
        duplicates(second).body("items.clientId", hasItem(first.toString()));
    }

    /** Whom the client agreed to show one record has not been shown the other one by that, nor told that there is one. */
    @Test
    void anotherAgencySeesWhatItSawBeforeAndNothingOfTheMerge() throws SQLException {
        String legalAid = Tokens.token(Tokens.LEGAL_AID, Role.RECEIVING_WORKER);
        fill(merged);
        byte[] before = as(legalAid).header("X-Purpose-Of-Use", "COC").get("/v1/clients/{id}", merged).then()
                .statusCode(200).extract().asByteArray();
        merge();
        byte[] after = as(legalAid).header("X-Purpose-Of-Use", "COC").get("/v1/clients/{id}", merged).then()
                .statusCode(200).extract().asByteArray();
        assertEquals(new String(before), new String(after));
        as(legalAid).header("X-Purpose-Of-Use", "COC").get("/v1/clients/{id}", survivor).then().statusCode(404);
        as(legalAid).header("X-Purpose-Of-Use", "COC").body("{\"familyName\": \"Family-" + otherMark + "\"}")
                .post("/v1/clients/search").then().statusCode(200)
                .body("items.clientId", contains(merged.toString()));
        as(legalAid).header("X-Purpose-Of-Use", "COC").body("{\"familyName\": \"Family-" + mark + "\"}")
                .post("/v1/clients/search").then().statusCode(200).body("items", empty());
        String count = "select count(*) from %s where client_id = ?";
        for (String table : List.of("merged_client", "client_merge")) {
            assertEquals(1, database.countAs("intake_app", Tokens.FAMILY_SERVICES, count.formatted(table), merged));
            assertEquals(0, database.countAs("intake_app", Tokens.LEGAL_AID, count.formatted(table), merged), table);
        }
    }

    @Test
    void onlySupervisorsAndPrivacyOfficersOfTheHomeAgencyMergeAndOnlyItsOwnClients() {
        as(INTAKE_WORKER).body(body(merged)).post("/v1/clients/{id}/merges", survivor).then().statusCode(403);
        String outside = Tokens.token(Tokens.LEGAL_AID, Role.SUPERVISOR);
        as(outside).body(body(merged)).post("/v1/clients/{id}/merges", survivor).then().statusCode(404);
        UUID foreign = UUID.fromString(as(Tokens.token(Tokens.LEGAL_AID, Role.INTAKE_WORKER))
                .body("{\"identity\": {\"familyName\": \"F\"}}").post("/v1/clients").then().statusCode(201).extract()
                .path("clientId"));
        merge(survivor, foreign).statusCode(404);
        merge(survivor, UUID.randomUUID()).statusCode(404);
        merge(UUID.randomUUID(), merged).statusCode(404);
        String merge = as(OFFICER).body(body(merged)).post("/v1/clients/{id}/merges", survivor).then().statusCode(201)
                .extract().path("mergeId");
        as(outside).get("/v1/client-merges/{id}", merge).then().statusCode(404);
        as(outside).header("If-Match", "\"0\"").post("/v1/client-merges/{id}/undo", merge).then().statusCode(404);
        as(INTAKE_WORKER).header("If-Match", "\"0\"").post("/v1/client-merges/{id}/undo", merge).then()
                .statusCode(403);
    }

    @Test
    void whatCannotBeMergedIsRefusedWithTheReason() {
        merge(survivor, survivor).statusCode(400).body("violations.field", contains("/mergedClientId"));
        as(SUPERVISOR).body("{}").post("/v1/clients/{id}/merges", survivor).then().statusCode(400)
                .body("violations.field", contains("/mergedClientId"));
        merge();
        UUID third = registered(newMark());
        merge(survivor, merged).statusCode(409).body("replacedBy", equalTo(survivor.toString()));
        merge(merged, third).statusCode(409).body("replacedBy", equalTo(survivor.toString()));
        merge(third, merged).statusCode(409).body("replacedBy", equalTo(survivor.toString()));
        merge(third, survivor).statusCode(409).body("detail", containsString("the other way round"));
        merge(survivor, third).statusCode(201);
    }

    @Test
    void undoingNeedsTheVersionAndHappensOnce() {
        String merge = merge();
        as(SUPERVISOR).post("/v1/client-merges/{id}/undo", merge).then().statusCode(428);
        as(SUPERVISOR).header("If-Match", "\"9\"").post("/v1/client-merges/{id}/undo", merge).then().statusCode(412);
        undo(merge).statusCode(200);
        as(SUPERVISOR).header("If-Match", "*").post("/v1/client-merges/{id}/undo", merge).then().statusCode(409);
        String again = merge();
        as(INTAKE_WORKER).get("/v1/clients/{id}/merges", survivor).then().body("items.mergeId",
                contains(merge, again));
        assertEquals(List.of("merged 0", "unmerged 1", "merged 2"), told());
    }

    @Test
    void theOthersLearnOfItByIdsAndAnewWhenTheyWereRestored() {
        String merge = merge();
        undo(merge).statusCode(200);
        merge();
        as(Tokens.token(Tokens.FAMILY_SERVICES, Role.SYSTEM_ADMIN)).body("{\"topic\":\"intake.client.v1\"}")
                .post("/v1/system/events/republish").then().statusCode(204);
        assertEquals(List.of("registered", "merged 2"), database.strings("""
                select concat_ws(' ', split_part(type, '.', 5), case when type like '%merged.v1'
                           then convert_from(payload, 'UTF8')::json ->> 'version' end)
                  from outbox where topic = 'intake.client.v1' and key = ? and snapshot order by position""",
                merged.toString()));
    }

    /** Both ways at once, and into two others at once: one of them is done. */
    @Test
    void ofMergesAtTheSameTimeOneIsDone() throws Exception {
        UUID third = registered(newMark());
        ExecutorService workers = Executors.newFixedThreadPool(3);
        try {
            List<Future<Integer>> answers = workers.invokeAll(List.<Callable<Integer>>of(
                    () -> merge(survivor, merged).extract().statusCode(),
                    () -> merge(merged, survivor).extract().statusCode(),
                    () -> merge(third, merged).extract().statusCode()));
            List<Integer> codes = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                codes.add(answer.get());
            }
            assertTrue(codes.contains(201), codes.toString());
            assertEquals(List.of("0"), database.strings("""
                    select count(*)::text from merged_client a join merged_client b on a.survivor_id = b.client_id
                     where b.survivor_id is not null"""), "chains");
        } finally {
            workers.shutdownNow();
        }
    }

    @Test
    void aRestrictionHoldsForAllRecordsOfThePerson() {
        UUID named = UUID.randomUUID();
        String worker = Tokens.of(Tokens.FAMILY_SERVICES, Role.INTAKE_WORKER, Role.SUPERVISOR).subject(named).sign();
        merge();
        as(SUPERVISOR).body("{\"reasonCode\": \"threat\", \"workers\": [\"" + named + "\"]}")
                .post("/v1/clients/{id}/restriction", merged).then()
                .statusCode(201);
        for (UUID record : List.of(survivor, merged)) {
            as(INTAKE_WORKER).get("/v1/clients/{id}", record).then().statusCode(404);
            as(worker).get("/v1/clients/{id}", record).then().statusCode(200);
        }
        as(SUPERVISOR).header("If-Match", "*").body("{\"workers\": [\"" + UUID.randomUUID() + "\"]}")
                .put("/v1/clients/{id}/restriction/workers", survivor).then().statusCode(200);
        as(worker).get("/v1/clients/{id}", merged).then().statusCode(404);
        as(SUPERVISOR).header("If-Match", "*").body("{\"workers\": [\"" + named + "\"]}")
                .put("/v1/clients/{id}/restriction/workers", survivor).then().statusCode(200);
        as(worker).header("If-Match", "*").delete("/v1/clients/{id}/restriction", survivor).then().statusCode(204);
        as(INTAKE_WORKER).get("/v1/clients/{id}", merged).then().statusCode(200);
    }

    @Test
    void aRestrictedRecordIsNotMergedAndItsMergesAreHidden() throws SQLException {
        UUID named = UUID.randomUUID();
        String worker = Tokens.of(Tokens.FAMILY_SERVICES, Role.INTAKE_WORKER, Role.SUPERVISOR).subject(named).sign();
        String merge = merge();
        as(worker).body("{\"reasonCode\": \"threat\", \"workers\": []}")
                .post("/v1/clients/{id}/restriction", survivor).then().statusCode(201);
        as(SUPERVISOR).get("/v1/client-merges/{id}", merge).then().statusCode(404);
        as(SUPERVISOR).header("If-Match", "*").post("/v1/client-merges/{id}/undo", merge).then().statusCode(404);
        as(worker).get("/v1/client-merges/{id}", merge).then().statusCode(200);
        UUID third = registered(newMark());
        as(worker).body(body(third)).post("/v1/clients/{id}/merges", survivor).then().statusCode(409)
                .body("detail", containsString("restricted"));
        merge(survivor, third).statusCode(404);
        String count = "select count(*) from client_merge where survivor_id = ?";
        assertEquals(1, database.countAs("intake_app", Tokens.FAMILY_SERVICES, named, count, survivor));
        assertEquals(0, database.countAs("intake_app", Tokens.FAMILY_SERVICES, count, survivor));
    }

    @Test
    void eachRecordIsErasedByItself() {
        String erase = "{\"reason\": \"client-asked\"}";
        String merge = merge();
        for (UUID record : List.of(survivor, merged)) {
            as(OFFICER).body(erase).post("/v1/clients/{id}/erasures", record).then().statusCode(409)
                    .body("detail", containsString("/v1/clients/" + record + "/merges"));
        }
        undo(merge).statusCode(200);
        as(OFFICER).body(erase).post("/v1/clients/{id}/erasures", merged).then().statusCode(201);
        merge(survivor, merged).statusCode(409).body("detail", containsString("to be erased"));
        merge(merged, survivor).statusCode(409).body("detail", containsString("to be erased"));
    }

    @Test
    void mergingAndUndoingAreInTheLogForBothClients() {
        String accessId = merge(survivor, merged).statusCode(201).extract().header("Alongside-Access-Id");
        assertEquals(Stream.of(survivor, merged).map(UUID::toString).sorted().toList(), seen(accessId));
        String merge = as(SUPERVISOR).get("/v1/clients/{id}/merges", survivor).path("items[0].mergeId");
        assertEquals(Stream.of(survivor, merged).map(UUID::toString).sorted().toList(),
                seen(undo(merge).statusCode(200).extract().header("Alongside-Access-Id")));
    }

    private List<String> seen(String accessId) {
        return database.strings("select convert_from(payload, 'UTF8') from outbox where topic = 'audit.access.v1'"
                + " and convert_from(payload, 'UTF8') like ?", "%\"" + accessId + "\"%").stream()
                .map(access -> new JsonPath(access).getString("client")).distinct().sorted().toList();
    }

    private List<String> told() {
        return database.strings(
                """
                select split_part(type, '.', 5) || ' ' || (convert_from(payload, 'UTF8')::json ->> 'version')
                  from outbox where topic = 'intake.client.v1' and key = ? and type like '%merged.v1' order by position""",
                merged.toString());
    }

    /** @return the ids of what is under the client now */
    private static List<String> fill(UUID client) {
        String consent = Consents.proposed(client);
        give(consent).statusCode(200);
        return new ArrayList<>(List.of(consent,
                as(INTAKE_WORKER).body(ASSESSMENT).post("/v1/clients/{id}/assessments", client).then().statusCode(201)
                        .extract().path("assessmentId"),
                as(INTAKE_WORKER).body(TALK).post("/v1/clients/{id}/conversations", client).then().statusCode(201)
                        .extract().path("conversationId")));
    }

    private static String consentBody() {
        return """
                {"recipients": ["%s"], "parts": ["identity"], "categories": [], "purposes": ["COC"], "validUntil": "%s"}"""
                .formatted(Tokens.LEGAL_AID, Instant.now().plus(Duration.ofDays(90)));
    }

    private static ValidatableResponse give(String consent) {
        return Consents.give(consent, """
                {"givenBy": "client", "manner": "written", "language": "en", "limitsOfConfidentialityTalk": true}""");
    }

    private String merge() {
        return merge(survivor, merged).statusCode(201).extract().path("mergeId");
    }

    private static ValidatableResponse merge(UUID into, UUID other) {
        return as(SUPERVISOR).body(body(other)).post("/v1/clients/{id}/merges", into).then();
    }

    private static String body(UUID other) {
        return "{\"mergedClientId\": \"" + other + "\"}";
    }

    private static ValidatableResponse undo(String merge) {
        return as(SUPERVISOR).header("If-Match", "\"0\"").post("/v1/client-merges/{id}/undo", merge).then();
    }

    private static ValidatableResponse search(String familyName) {
        return as(INTAKE_WORKER).body("{\"familyName\": \"" + familyName + "\"}").post("/v1/clients/search").then()
                .statusCode(200);
    }

    private static UUID taken(String familyName) {
        return UUID.fromString(register(
                """
                {"identity": {"familyName": "%s", "givenNames": "Ilse", "dateOfBirth": {"value": "1971-10-29", "precision": "exact"}}}"""
                        .formatted(familyName))
                .statusCode(201).extract().path("clientId"));
    }

    private static ValidatableResponse duplicates(UUID client) {
        return as(INTAKE_WORKER).get("/v1/clients/{id}/possible-duplicates", client).then().statusCode(200);
    }
}
