package org.alongside.intake.assessment;

import static org.alongside.intake.client.Clients.INTAKE_WORKER;
import static org.alongside.intake.client.Clients.as;
import static org.alongside.intake.client.Clients.newMark;
import static org.alongside.intake.client.Clients.registered;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

/** What was said once stays said; what is said later stands beside it. */
@QuarkusTest
class AmendedAssessmentTest {

    private static final String LETTER = """
            {"linkId": "housing.place-to-sleep", "values": ["own-home"]}, {"linkId": "housing.keeping-home", "values": ["notice"]}""";
    private static final String HUNGRY = """
            {"linkId": "food.enough", "values": ["ran-out"]}, {"linkId": "legal.questions", "values": ["home"]}""";
    private static final String AGREED = """
            {"priorities": ["legal-aid"], "clientViews": [{"category": "legal-aid", "view": "agrees", "words": "Yes-%s"}]}""";

    private final Database database = new Database("intake");
    private final String mark = newMark();
    private UUID client;
    private UUID first;

    @BeforeEach
    void aCompletedAssessment() {
        client = registered(mark);
        first = UUID.fromString(as(INTAKE_WORKER).body("""
                {"instrument": "core-needs", "version": "1.1.0", "answeredBy": "client", "answers": [%s],
                 "clientWords": "Words-%s", "strengths": "Strong", "workerObservation": "Tired"}"""
                .formatted(LETTER, mark)).post("/v1/clients/{id}/assessments", client).then().statusCode(201).extract()
                .path("assessmentId"));
        complete(first, 0, AGREED.formatted(mark)).statusCode(200);
    }

    @Test
    void amendingBeginsTheNextVersionWithWhatWasSaid() {
        ValidatableResponse next = amend(first, 1).statusCode(201).header("ETag", "\"0\"");
        String id = next.extract().path("assessmentId");
        next.header("Location", endsWith("/v1/assessments/" + id)).body("amends", equalTo(first.toString()))
                .body("number", equalTo(2)).body("status", equalTo("in-progress")).body("answers", hasSize(2))
                .body("clientWords", equalTo("Words-" + mark)).body("strengths", equalTo("Strong"))
                .body("workerObservation", equalTo("Tired")).body("needs", hasSize(0));
        read(first).body("status", equalTo("completed")).body("number", equalTo(1)).body("amends", nullValue());
    }

    @Test
    void theVersionBeforeStaysToTheLetter() {
        Map<String, Object> before = withoutStatus(first);
        UUID second = second(HUNGRY);
        complete(second, 1, "{\"priorities\": [], \"clientViews\": []}").statusCode(200)
                .body("clientWords", equalTo("Later-" + mark));
        assertEquals(before, withoutStatus(first));
        read(first).body("status", equalTo("amended"));
    }

    @Test
    void aNeedKeepsItsIdOverTheVersionsAlsoWhenItWasGoneInBetween() {
        Map<String, String> before = needs(first);
        UUID second = second(HUNGRY);
        complete(second, 1, "{\"priorities\": [], \"clientViews\": []}").statusCode(200);
        Map<String, String> amended = needs(second);
        assertEquals(List.of("food-insecurity", "legal-aid"), List.copyOf(amended.keySet()));
        assertEquals(before.get("legal-aid"), amended.get("legal-aid"));
        UUID third = next(second, 2, LETTER);
        complete(third, 1, "{\"priorities\": [], \"clientViews\": []}").statusCode(200);
        assertEquals(before, needs(third));
        assertNotEquals(amended.get("food-insecurity"), before.get("housing-instability"));
    }

    @Test
    void theEventNamesTheNeedsAndThoseThatAreGoneUnderTheKeyOfTheFirstVersion() {
        Map<String, String> before = needs(first);
        UUID second = second(HUNGRY);
        complete(second, 1, "{\"priorities\": [], \"clientViews\": []}").statusCode(200);
        List<String> types = database.strings("select type from outbox where key = ? order by position",
                first.toString());
        assertEquals(
                List.of("org.alongside.intake.assessment.completed.v1", "org.alongside.intake.assessment.amended.v1"),
                types.stream().filter(type -> type.contains(".assessment.")).toList());
        JsonPath event = new JsonPath(database.strings(
                "select convert_from(payload, 'UTF8') from outbox where key = ? and type like '%amended.v1'",
                first.toString()).get(0));
        assertEquals(second.toString(), event.getString("assessmentId"));
        assertEquals(first.toString(), event.getString("amends"));
        assertEquals(2, event.getInt("number"));
        assertEquals(List.of(before.get("housing-instability")), event.getList("gone"));
        assertEquals(before.get("legal-aid"),
                event.getString("needs.find { it.category == 'legal-aid' }.needId"));
    }

    @Test
    void onlyTheLatestCompletedVersionIsAmendedAndOnce() {
        UUID second = UUID.fromString(amend(first, 1).statusCode(201).extract().path("assessmentId"));
        amend(first, 1).statusCode(409).body("type", equalTo("urn:alongside:problem:conflicting-state"))
                .body("amendment", equalTo(second.toString()));
        amend(second, 0).statusCode(409).body("present", equalTo("in-progress"));
        complete(second, 0, "{\"priorities\": [], \"clientViews\": []}").statusCode(200);
        amend(first, 2).statusCode(409).body("present", equalTo("amended"));
        amend(second, 9).statusCode(412);
        as(INTAKE_WORKER).post("/v1/assessments/{id}/amend", second).then().statusCode(428);
        as(Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER)).header("If-Match", "\"1\"")
                .post("/v1/assessments/{id}/amend", second).then().statusCode(404);
    }

    @Test
    void theVersionsTellWhatTheClientSaidToEachNeed() {
        UUID second = second(HUNGRY);
        complete(second, 1, """
                {"priorities": [], "clientViews": [{"category": "legal-aid", "view": "disagrees"}]}""").statusCode(200);
        for (UUID asked : List.of(first, second)) {
            as(INTAKE_WORKER).get("/v1/assessments/{id}/versions", asked).then().statusCode(200)
                    .body("items.number", equalTo(List.of(1, 2)))
                    .body("items.status", equalTo(List.of("amended", "completed")))
                    .body("items.collect { it.needs.find { n -> n.category == 'legal-aid' }.clientView }",
                            equalTo(List.of("agrees", "disagrees")));
        }
        as(Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER)).get("/v1/assessments/{id}/versions", first).then()
                .statusCode(404);
    }

    private UUID second(String answers) {
        return next(first, 1, answers);
    }

    /** The next version, in progress, with other answers and words. */
    private UUID next(UUID before, long version, String answers) {
        UUID next = UUID.fromString(amend(before, version).statusCode(201).extract().path("assessmentId"));
        as(INTAKE_WORKER).contentType("application/merge-patch+json").header("If-Match", "\"0\"")
                .body("{\"answers\": [" + answers + "], \"clientWords\": \"Later-" + mark + "\"}")
                .patch("/v1/assessments/{id}", next).then().statusCode(200);
        return next;
    }

    private static ValidatableResponse amend(UUID assessment, long version) {
        return as(INTAKE_WORKER).header("If-Match", "\"" + version + "\"")
                .post("/v1/assessments/{id}/amend", assessment)
                .then();
    }

    private static ValidatableResponse complete(UUID assessment, long version, String body) {
        return as(INTAKE_WORKER).header("If-Match", "\"" + version + "\"").body(body)
                .post("/v1/assessments/{id}/complete", assessment).then();
    }

    private static ValidatableResponse read(UUID assessment) {
        return as(INTAKE_WORKER).get("/v1/assessments/{id}", assessment).then().statusCode(200);
    }

    private static Map<String, Object> withoutStatus(UUID assessment) {
        Map<String, Object> view = new TreeMap<>(read(assessment).extract().<Map<String, Object>>path("$"));
        view.remove("status");
        return view;
    }

    /** Ids by category. */
    private static Map<String, String> needs(UUID assessment) {
        JsonPath view = read(assessment).extract().jsonPath();
        Map<String, String> needs = new TreeMap<>();
        view.<Map<String, String>>getList("needs").forEach(need -> needs.put(need.get("category"), need.get("needId")));
        return needs;
    }
}
