package org.alongside.intake.assessment;

import static org.alongside.intake.client.Clients.INTAKE_WORKER;
import static org.alongside.intake.client.Clients.as;
import static org.alongside.intake.client.Clients.newMark;
import static org.alongside.intake.client.Clients.register;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class AssessmentTest {

    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final String EXAMPLE = """
            {"linkId": "housing.place-to-sleep", "values": ["own-home"]},
            {"linkId": "housing.keeping-home", "values": ["notice"]},
            {"linkId": "housing.condition", "values": ["crowded", "damp-or-pests"]},
            {"linkId": "money.making-ends-meet", "values": ["bills-waiting"]},
            {"linkId": "money.debts", "values": [true]},
            {"linkId": "money.debt-action", "values": [false]},
            {"linkId": "legal.questions", "values": ["home"]},
            {"linkId": "legal.deadline", "values": ["within-two-weeks"]}""";
    private static final String NOTHING_SAID = """
            {"priorities": [], "clientViews": []}""";

    private final Database database = new Database("intake");
    private final String mark = newMark();
    private UUID client;

    @BeforeEach
    void aClient() {
        client = newClient();
    }

    @Test
    void anInstrumentIsListedAndReadAsItWasShipped() {
        as(INTAKE_WORKER).get("/v1/instruments").then().statusCode(200).body("items.name", hasItem("core-needs"))
                .body("items.version", hasItem("1.1.0"));
        as(Tokens.token(Tokens.OVERSIGHT, Role.AUDITOR)).get("/v1/instruments/core-needs/1.1.0").then().statusCode(200)
                .contentType("application/json").body("resourceType", equalTo("Questionnaire"))
                .body("item[0].item[0].linkId", equalTo("you.what-matters-most"));
        as(INTAKE_WORKER).get("/v1/instruments/core-needs/0.0.9").then().statusCode(404);
        as("no token").get("/v1/instruments").then().statusCode(401);
    }

    @Test
    void whatWasSaidIsKeptAsItWasSaid() {
        String location = start(body(EXAMPLE)).statusCode(201).header("ETag", "\"0\"").extract().header("Location");
        as(Tokens.token(Tokens.FAMILY_SERVICES, Role.SUPERVISOR)).get(location).then().statusCode(200)
                .header("ETag", "\"0\"").body("clientId", equalTo(client.toString()))
                .body("status", equalTo("in-progress")).body("instrument", equalTo("core-needs"))
                .body("version", equalTo("1.1.0")).body("answeredBy", equalTo("client"))
                .body("answers", hasSize(8)).body("answers[2].values", equalTo(List.of("crowded", "damp-or-pests")))
                .body("answers[4].values", equalTo(List.of(true))).body("clientWords", equalTo("Words-" + mark))
                .body("strengths", equalTo("Strengths-" + mark)).body("workerObservation", equalTo("Seen-" + mark))
                .body("needs", hasSize(0)).body("$", not(hasKey("revision")));
    }

    @Test
    void completingTurnsAnswersIntoNeedsInTheClientsOrder() {
        UUID assessment = started(EXAMPLE);
        JsonPath completed = complete(assessment, "\"0\"", """
                {"priorities": ["legal-aid", "housing-instability"], "clientViews": [
                  {"category": "inadequate-housing", "view": "disagrees", "words": "Dry-%s enough for us"},
                  {"category": "legal-aid", "view": "agrees"}]}""".formatted(mark))
                .statusCode(200).header("ETag", "\"1\"").body("status", equalTo("completed"))
                .body("completedAt", notNullValue()).body("hasImmediateNeed", equalTo(false))
                .body("immediateSafety", equalTo(false)).extract().jsonPath();
        assertEquals(List.of("legal-aid", "housing-instability", "financial-insecurity", "inadequate-housing"),
                completed.getList("needs.category"));
        assertEquals(List.of(3, 3, 2, 2), completed.getList("needs.severity"));
        assertEquals(List.of("urgent", "urgent", "soon", "soon"), completed.getList("needs.urgency"));
        assertEquals(List.of("agrees", "not-asked", "not-asked", "disagrees"),
                completed.getList("needs.clientView"));
        assertEquals("Dry-" + mark + " enough for us", completed.getString("needs[3].clientWords"));
        assertEquals(1, completed.getInt("needs[0].priority"));
        assertEquals(2, completed.getInt("needs[1].priority"));
        assertTrue(completed.getMap("needs[2]").get("priority") == null);
        assertEquals(List.of("housing.keeping-home", "legal.questions", "legal.deadline"),
                completed.getList("needs[0].sourceAnswers"));
    }

    @Test
    void eachNeedNamesTheAnswersBehindItWithTheirWordsAndWhatRaisedIt() {
        JsonPath completed = complete(started(EXAMPLE), "\"0\"", NOTHING_SAID).statusCode(200).extract().jsonPath();
        String legal = "needs.find { it.category == 'legal-aid' }.because.";
        assertEquals(List.of("housing.keeping-home", "legal.questions", "legal.deadline"),
                completed.getList(legal + "linkId"));
        assertEquals(List.of("notice", "home", "within-two-weeks"), completed.getList(legal + "answer"));
        assertEquals("I have a notice, a letter or a court date about leaving",
                completed.getString(legal + "words[0]"));
        assertEquals(List.of(2, 1, 3), completed.getList(legal + "severity"));
        assertEquals(List.of("urgent", "soon", "urgent"), completed.getList(legal + "urgency"));
        assertEquals(List.of(false, false, true), completed.getList(legal + "decidesSeverity"));
        assertEquals(List.of(true, false, true), completed.getList(legal + "decidesUrgency"));
        String money = "needs.find { it.category == 'financial-insecurity' }.because[1].";
        assertTrue(completed.getBoolean(money + "answer"));
        assertTrue(completed.getString(money + "question").endsWith("?"), completed.getString(money + "question"));
        as(INTAKE_WORKER).get("/v1/clients/{id}/assessments", client).then()
                .body("items[0].needs[0]", not(hasKey("because")));
    }

    @Test
    void theEventNamesTheNeedsAndNothingThatWasSaid() {
        UUID assessment = started(EXAMPLE);
        String need = complete(assessment, "\"0\"", """
                {"priorities": ["legal-aid"], "clientViews": [
                  {"category": "legal-aid", "view": "disagrees", "words": "No-%s"}]}""".formatted(mark))
                .extract()
                .path("needs[0].needId");
        List<String> events = database.strings("select convert_from(payload, 'UTF8') from outbox where key = ?"
                + " and topic = 'intake.assessment.v1' and type = 'org.alongside.intake.assessment.completed.v1'",
                assessment.toString());
        assertEquals(1, events.size());
        JsonPath event = new JsonPath(events.get(0));
        assertEquals(client.toString(), event.getString("clientId"));
        assertEquals(Tokens.FAMILY_SERVICES.toString(), event.getString("homeAgency"));
        assertEquals(1, event.getInt("version"));
        assertEquals(need, event.getString("needs[0].needId"));
        assertEquals("urgent", event.getString("needs[0].urgency"));
        assertEquals("disagrees", event.getString("needs[0].clientView"));
        assertEquals("not-asked", event.getString("needs[1].clientView"));
        assertEquals(List.of("needId", "category", "severity", "urgency", "priority", "clientView"),
                List.copyOf(event.getMap("needs[0]").keySet()));
        assertTrue(!events.get(0).contains(mark), events.get(0));
    }

    @Test
    void someoneWhoIsNotSafeTodayIsSeenAtOnce() {
        UUID unsafe = started(
                """
                {"linkId": "safety.can-talk", "values": [true]}, {"linkId": "safety.partner", "values": ["not-safe-today"]}""");
        complete(unsafe, "\"0\"", NOTHING_SAID).statusCode(200).body("hasImmediateNeed", equalTo(true))
                .body("immediateSafety", equalTo(true)).body("needs[0].urgency", equalTo("immediate"));
        UUID hungry = started("{\"linkId\": \"housing.place-to-sleep\", \"values\": [\"no-place-tonight\"]}");
        complete(hungry, "\"0\"", NOTHING_SAID).statusCode(200).body("hasImmediateNeed", equalTo(true))
                .body("immediateSafety", equalTo(false));
        as(INTAKE_WORKER).get("/v1/clients/{id}/assessments", client).then().statusCode(200)
                .body("items.immediateSafety", equalTo(List.of(true, false)));
    }

    @Test
    void anAssessmentWithoutAnswersComesToNoNeeds() {
        UUID assessment = started("");
        complete(assessment, "\"0\"", NOTHING_SAID).statusCode(200).body("needs", hasSize(0));
    }

    @Test
    void aMergePatchChangesWhatItNamesWhileTheTalkGoesOn() {
        UUID assessment = started(EXAMPLE);
        patch(assessment, "\"0\"", """
                {"clientWords": "Other-%s", "strengths": null, "answeredBy": "proxy",
                 "answers": [{"linkId": "food.enough", "values": ["ran-out"]}]}""".formatted(mark)).statusCode(200)
                .header("ETag", "\"1\"").body("clientWords", equalTo("Other-" + mark)).body("strengths", nullValue())
                .body("answeredBy", equalTo("proxy")).body("answers.linkId", equalTo(List.of("food.enough")))
                .body("workerObservation", equalTo("Seen-" + mark));
        complete(assessment, "\"1\"", NOTHING_SAID).statusCode(200).body("needs.category",
                equalTo(List.of("food-insecurity")));
    }

    @Test
    void changingAndCompletingNeedThePresentVersion() {
        UUID assessment = started(EXAMPLE);
        as(INTAKE_WORKER).contentType(MERGE_PATCH).body("{}").patch("/v1/assessments/{id}", assessment).then()
                .statusCode(428).body("type", equalTo("urn:alongside:problem:precondition-required"));
        as(INTAKE_WORKER).body(NOTHING_SAID).post("/v1/assessments/{id}/complete", assessment).then().statusCode(428);
        patch(assessment, "\"4\"", "{}").statusCode(412)
                .body("type", equalTo("urn:alongside:problem:precondition-failed"));
        complete(assessment, "\"4\"", NOTHING_SAID).statusCode(412);
    }

    @Test
    void whatNeedsWereMadeFromDoesNotChangeUnderThem() {
        UUID assessment = started(EXAMPLE);
        complete(assessment, "\"0\"", NOTHING_SAID).statusCode(200);
        patch(assessment, "\"1\"", "{\"answers\": []}").statusCode(409)
                .body("type", equalTo("urn:alongside:problem:conflicting-state")).body("present", equalTo("completed"));
        complete(assessment, "\"1\"", NOTHING_SAID).statusCode(409).body("present", equalTo("completed"));
        as(INTAKE_WORKER).get("/v1/assessments/{id}", assessment).then().header("ETag", "\"1\"")
                .body("answers", hasSize(8)).body("needs", hasSize(4));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"linkId": "housing.place", "values": ["own-home"]}                       | /answers/0/linkId   | unknown-question
            {"linkId": "housing", "values": ["own-home"]}                             | /answers/0/linkId   | unknown-question
            {"linkId": "housing.keeping-home", "values": ["notice"]}                  | /answers/0/linkId   | not-enabled
            {"linkId": "housing.place-to-sleep", "values": ["castle"]}                | /answers/0/values/0 | unknown-option
            {"linkId": "housing.place-to-sleep", "values": [true]}                    | /answers/0/values/0 | wrong-type
            {"linkId": "housing.place-to-sleep", "values": ["own-home", "outside"]}   | /answers/0/values   | size
            {"linkId": "housing.condition", "values": ["crowded", "crowded"]}         | /answers/0/values/1 | repeated
            {"linkId": "money.debts", "values": ["true"]}                             | /answers/0/values/0 | wrong-type
            {"linkId": "money.debts", "values": [1]}                                  | /answers/0/values/0 | wrong-type
            {"linkId": "closing.strengths", "values": [{"a": 1}]}                     | /answers/0/values/0 | wrong-type
            {"linkId": "closing.strengths", "values": [" "]}                          | /answers/0/values/0 | empty
            {"linkId": "closing.strengths", "values": []}                             | /answers/0/values   | empty
            {"linkId": "closing.strengths", "values": [null]}                         | /answers/0/values/0 | required
            {"linkId": "closing.strengths"}                                           | /answers/0/values   | required
            {"values": ["x"]}                                                         | /answers/0/linkId   | required
            {"linkId": "money.debts", "values": [true]}, {"linkId": "money.debts", "values": [true]} | /answers/1/linkId | repeated
            """)
    void anAnswerThatTheInstrumentDoesNotAllowIsNamedByItsPlace(String answers, String field, String code) {
        bad(body(answers), field, code);
        UUID assessment = started("");
        patch(assessment, "\"0\"", "{\"answers\": [" + answers + "]}").statusCode(400).body("violations.field",
                hasItem(field));
        as(INTAKE_WORKER).get("/v1/assessments/{id}", assessment).then().header("ETag", "\"0\"").body("answers",
                hasSize(0));
    }

    @Test
    void wordsHaveALimit() {
        String tooLong = "x".repeat(4001);
        bad(body("{\"linkId\": \"closing.strengths\", \"values\": [\"" + tooLong + "\"]}"), "/answers/0/values/0",
                "size");
        bad(body("").replace("Words-" + mark, tooLong), "/clientWords", "size");
        bad(body("").replace("Strengths-" + mark, tooLong), "/strengths", "size");
        bad(body("").replace("Seen-" + mark, tooLong), "/workerObservation", "size");
        start(body("").replace("Words-" + mark, tooLong.substring(1))).statusCode(201);
    }

    @Test
    void anUnknownCodeIsAnsweredWithThoseThatAreKnown() {
        unknownCode(start(body("").replace("core-needs", "core-wants")), "/instrument", "core-needs");
        unknownCode(start(body("").replace("1.1.0", "0.9.0")), "/version", "1.1.0");
        unknownCode(start(body("").replace("\"client\"", "\"neighbour\"")), "/answeredBy", "proxy");
        UUID assessment = started(EXAMPLE);
        unknownCode(complete(assessment, "\"0\"", "{\"priorities\": [\"laziness\"], \"clientViews\": []}"),
                "/priorities", "legal-aid");
    }

    @Test
    void theClientOrdersAndDoubtsOnlyNeedsThatAreThere() {
        UUID assessment = started(EXAMPLE);
        invalid(complete(assessment, "\"0\"", "{\"priorities\": [\"legal-aid\", \"stress\"], \"clientViews\": []}"),
                "/priorities/1", "not-a-need");
        invalid(complete(assessment, "\"0\"", """
                {"priorities": [], "clientViews": [{"category": "stress", "view": "agrees"}]}"""),
                "/clientViews/0/category", "not-a-need");
        invalid(complete(assessment, "\"0\"", """
                {"priorities": [], "clientViews": [{"category": "legal-aid", "view": "agrees"},
                  {"category": "legal-aid", "view": "disagrees"}]}"""), "/clientViews/1/category", "repeated");
        invalid(complete(assessment, "\"0\"", """
                {"priorities": [], "clientViews": [{"category": "legal-aid"}]}"""), "/clientViews/0/view", "required");
        unknownCode(complete(assessment, "\"0\"", """
                {"priorities": [], "clientViews": [{"category": "legal-aid", "view": "silent"}]}"""),
                "/clientViews/0/view", "not-asked");
        invalid(complete(assessment, "\"0\"",
                "{\"priorities\": [\"legal-aid\", \"legal-aid\"], \"clientViews\": []}"),
                "/priorities/1", "repeated");
        invalid(complete(assessment, "\"0\"", "{\"priorities\": []}"), "/clientViews", "required");
        as(INTAKE_WORKER).get("/v1/assessments/{id}", assessment).then().body("status", equalTo("in-progress"))
                .body("needs", hasSize(0));
    }

    @Test
    void theInstrumentOfAnAssessmentDoesNotChange() {
        UUID assessment = started(EXAMPLE);
        patch(assessment, "\"0\"", "{\"instrument\": \"core-needs\"}").statusCode(400)
                .body("type", equalTo("urn:alongside:problem:unknown-field"))
                .body("violations.field", hasItem("/instrument"));
    }

    @Test
    void aRepeatedRequestWithItsKeyMakesOneAssessmentAndOneForAnotherClientIsRefused() {
        String key = UUID.randomUUID().toString();
        String first = withKey(key, client).statusCode(201).extract().path("assessmentId");
        assertEquals(first, withKey(key, client).statusCode(201).extract().path("assessmentId"));
        withKey(key, newClient()).statusCode(422).body("type",
                equalTo("urn:alongside:problem:idempotency-key-reused"));
        assertNotEquals(first, withKey(UUID.randomUUID().toString(), client).extract().path("assessmentId"));
    }

    @Test
    void aListShowsWhatAssessmentsCameToWithoutTheWords() {
        started("");
        UUID second = started(EXAMPLE);
        complete(second, "\"0\"", """
                {"priorities": [], "clientViews": [
                  {"category": "legal-aid", "view": "agrees", "words": "Said-%s"}]}""".formatted(mark)).statusCode(200);
        String next = as(INTAKE_WORKER).get("/v1/clients/{id}/assessments?limit=1", client).then().statusCode(200)
                .header("Link", containsString("rel=\"next\"")).body("items", hasSize(1))
                .body("items[0].status", equalTo("in-progress")).extract().path("next");
        as(INTAKE_WORKER).queryParam("cursor", next).get("/v1/clients/{id}/assessments", client).then().statusCode(200)
                .body("items.assessmentId", equalTo(List.of(second.toString()))).body("items[0].needs", hasSize(4))
                .body("next", nullValue()).body(not(containsString(mark)));
    }

    @Test
    void anotherAgencysAssessmentLooksLikeNoneAtAll() {
        UUID assessment = started(EXAMPLE);
        String stranger = Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER);
        String hidden = as(stranger).get("/v1/assessments/{id}", assessment).then().statusCode(404).extract()
                .asString();
        assertEquals(as(stranger).get("/v1/assessments/{id}", UUID.randomUUID()).asString(), hidden);
        as(stranger).get("/v1/clients/{id}/assessments", client).then().statusCode(404);
        as(stranger).body(body("")).post("/v1/clients/{id}/assessments", client).then().statusCode(404);
        as(stranger).header("If-Match", "\"0\"").body(NOTHING_SAID).post("/v1/assessments/{id}/complete", assessment)
                .then().statusCode(404);
        as(stranger).contentType(MERGE_PATCH).header("If-Match", "\"0\"").body("{}")
                .patch("/v1/assessments/{id}", assessment).then().statusCode(404);
    }

    @Test
    void aGrantOpensReadingAndNothingElse() throws SQLException {
        UUID assessment = started(EXAMPLE);
        complete(assessment, "\"0\"", NOTHING_SAID);
        String grantee = Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER);
        grant("{contact}", "{}");
        as(grantee).get("/v1/assessments/{id}", assessment).then().statusCode(404);
        grant("{assessment}", "{food-insecurity}");
        as(grantee).get("/v1/assessments/{id}", assessment).then().statusCode(200);
        as(grantee).get("/v1/clients/{id}/assessments", client).then().statusCode(200).body("items", hasSize(1));
        as(grantee).body(body("")).post("/v1/clients/{id}/assessments", client).then().statusCode(404);
        as(grantee).contentType(MERGE_PATCH).header("If-Match", "\"1\"").body("{}")
                .patch("/v1/assessments/{id}", assessment).then().statusCode(404);
    }

    /** Someone may tell their lawyer of the debts and nobody of the violence. */
    @Test
    void aGrantShowsTheNeedsThatItNamesAndTheAnswersBehindThemAndNoFreeWords() throws SQLException {
        UUID assessment = started(EXAMPLE);
        complete(assessment, "\"0\"", NOTHING_SAID);
        String grantee = Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER);
        grant("{assessment}", "{inadequate-housing}");
        as(grantee).get("/v1/assessments/{id}", assessment).then().statusCode(200)
                .body("needs.category", equalTo(List.of("inadequate-housing")))
                .body("answers.linkId", equalTo(List.of("housing.condition"))).body("clientWords", nullValue())
                .body("strengths", nullValue()).body("workerObservation", nullValue());
        as(grantee).get("/v1/clients/{id}/assessments", client).then()
                .body("items[0].needs.category", equalTo(List.of("inadequate-housing")));
        assertEquals(1, database.countAs("intake_app", Tokens.LEGAL_AID,
                "select count(*) from need where assessment_id = ?", assessment), "row-level security says the same");

        grant("{assessment}", "{financial-insecurity}");
        as(grantee).get("/v1/assessments/{id}", assessment).then()
                .body("needs.category", containsInAnyOrder("inadequate-housing", "financial-insecurity"));
        as(INTAKE_WORKER).get("/v1/assessments/{id}", assessment).then().body("needs", hasSize(4))
                .body("clientWords", notNullValue());
    }

    @Test
    void withTheApplicationCheckOffRowLevelSecurityStillHidesAssessmentsAndNeeds() throws SQLException {
        UUID assessment = started(EXAMPLE);
        complete(assessment, "\"0\"", NOTHING_SAID);
        String assessments = "select count(*) from assessment where id = ?";
        String needs = "select count(*) from need where assessment_id = ?";
        assertEquals(1, database.countAs("intake_app", Tokens.FAMILY_SERVICES, assessments, assessment));
        assertEquals(4, database.countAs("intake_app", Tokens.FAMILY_SERVICES, needs, assessment));
        assertEquals(0, database.countAs("intake_app", Tokens.LEGAL_AID, assessments, assessment));
        assertEquals(0, database.countAs("intake_app", Tokens.LEGAL_AID, needs, assessment));
        assertEquals(0, database.countAs("intake_app", null, assessments, assessment));
        assertEquals(0, database.countAs("intake_app", null, needs, assessment));
        assertEquals(0, database.countAs("intake_system", null, needs, assessment));
    }

    @Test
    void theWrongRoleIsRefused() {
        UUID assessment = started(EXAMPLE);
        for (Role role : List.of(Role.AUDITOR, Role.PARTNER_SYSTEM, Role.AGENCY_ADMIN)) {
            String token = Tokens.token(Tokens.FAMILY_SERVICES, role);
            as(token).get("/v1/assessments/{id}", assessment).then().statusCode(403)
                    .body("type", equalTo("urn:alongside:problem:not-permitted"));
            as(token).get("/v1/clients/{id}/assessments", client).then().statusCode(403);
        }
        String supervisor = Tokens.token(Tokens.FAMILY_SERVICES, Role.SUPERVISOR);
        as(supervisor).body(body("")).post("/v1/clients/{id}/assessments", client).then().statusCode(403);
        as(supervisor).header("If-Match", "\"0\"").body(NOTHING_SAID).post("/v1/assessments/{id}/complete", assessment)
                .then().statusCode(403);
        as("no token").get("/v1/assessments/{id}", assessment).then().statusCode(401);
    }

    @Test
    void aReadIsOneAccessToTheAssessment() {
        UUID assessment = started(EXAMPLE);
        String accessId = as(INTAKE_WORKER).get("/v1/assessments/{id}", assessment).then().extract()
                .header("Alongside-Access-Id");
        List<String> accesses = database.strings("select convert_from(payload, 'UTF8') from outbox where"
                + " topic = 'audit.access.v1' and convert_from(payload, 'UTF8') like ?", "%\"" + accessId + "\"%");
        assertEquals(1, accesses.size());
        JsonPath access = new JsonPath(accesses.get(0));
        assertEquals("assessment.read", access.getString("op"));
        assertEquals(List.of("assessment"), access.getList("parts"));
        assertEquals(List.of(assessment.toString()), access.getList("records.id"));
    }

    @Test
    void nothingThatWasSaidStandsReadableInTheDatabase() {
        UUID assessment = started("{\"linkId\": \"closing.strengths\", \"values\": [\"Answer-" + mark + "\"]}");
        complete(assessment, "\"0\"", NOTHING_SAID).statusCode(200);
        UUID denied = started(EXAMPLE);
        complete(denied, "\"0\"", """
                {"priorities": [], "clientViews": [
                  {"category": "legal-aid", "view": "disagrees", "words": "Denied-%s"}]}""".formatted(mark))
                .statusCode(200);
        for (String table : database.strings("select tablename from pg_tables where schemaname = 'public'")) {
            List<String> hits = database.strings(
                    "select 1 from \"" + table + "\" t where t::text ilike ? or t::text ilike ?", "%" + mark + "%",
                    "%" + HexFormat.of().formatHex(mark.getBytes(StandardCharsets.UTF_8)) + "%");
            assertTrue(hits.isEmpty(), "The planted words are readable in table " + table);
        }
        assertEquals(List.of("4"), database.strings("select num_nonnulls(answers, client_words, strengths,"
                + " worker_observation)::text from assessment where id = ?", assessment));
    }

    private UUID newClient() {
        String body = "{\"identity\": {\"familyName\": \"Family-" + mark + "\"}}";
        return UUID.fromString(register(body).statusCode(201).extract().path("clientId"));
    }

    /** A body whose words can be recognised wherever they should not be. */
    private String body(String answers) {
        return """
                {"instrument": "core-needs", "version": "1.1.0", "answeredBy": "client", "answers": [%2$s],
                 "clientWords": "Words-%1$s", "strengths": "Strengths-%1$s", "workerObservation": "Seen-%1$s"}"""
                .formatted(mark, answers);
    }

    private ValidatableResponse start(String body) {
        return as(INTAKE_WORKER).body(body).post("/v1/clients/{id}/assessments", client).then();
    }

    private UUID started(String answers) {
        return UUID.fromString(start(body(answers)).statusCode(201).extract().path("assessmentId"));
    }

    private static ValidatableResponse complete(UUID assessment, String version, String body) {
        return as(INTAKE_WORKER).header("If-Match", version).body(body)
                .post("/v1/assessments/{id}/complete", assessment)
                .then();
    }

    private static ValidatableResponse patch(UUID assessment, String version, String patch) {
        return as(INTAKE_WORKER).contentType(MERGE_PATCH).header("If-Match", version).body(patch)
                .patch("/v1/assessments/{id}", assessment).then();
    }

    private ValidatableResponse withKey(String key, UUID of) {
        return as(INTAKE_WORKER).header("Idempotency-Key", key).body(body(EXAMPLE))
                .post("/v1/clients/{id}/assessments", of).then();
    }

    private void bad(String body, String field, String code) {
        long before = assessments();
        invalid(start(body), field, code);
        assertEquals(before, assessments());
    }

    private static void invalid(ValidatableResponse response, String field, String code) {
        response.statusCode(400).contentType("application/problem+json")
                .body("type", equalTo("urn:alongside:problem:invalid-input"))
                .body("violations.find { it.field == '" + field + "' }.code", equalTo(code));
    }

    private static void unknownCode(ValidatableResponse response, String field, String allowed) {
        response.statusCode(400).body("type", equalTo("urn:alongside:problem:unknown-code"))
                .body("violations.field", hasItem(field)).body("allowed", hasItem(allowed));
    }

    private long assessments() {
        return database.strings("select id::text from assessment").size();
    }

    private void grant(String parts, String categories) throws SQLException {
        database.run("""
                insert into access_grant values (?, ?, ?, ?, ?::text[], '{TREAT}', 'consent', ?, ?, now() - interval '1 minute',
                    now() + interval '1 day', null, 0, ?::text[])""", UUID.randomUUID(), client,
                Tokens.FAMILY_SERVICES, Tokens.LEGAL_AID, parts, UUID.randomUUID(), UUID.randomUUID(), categories);
    }
}
