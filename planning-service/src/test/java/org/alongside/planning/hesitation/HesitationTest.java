package org.alongside.planning.hesitation;

import static org.alongside.planning.Planning.CASE_WORKER;
import static org.alongside.planning.Planning.as;
import static org.alongside.planning.Planning.command;
import static org.alongside.planning.Planning.create;
import static org.alongside.planning.Planning.read;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.KafkaEvents;
import org.alongside.kit.testing.Tokens;
import org.alongside.planning.Planning;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;

/** Where the client hesitates, in their words, and what was changed because of it. */
@QuarkusTest
class HesitationTest {

    private static final String GOAL = """
            {"needId": "%s", "clientWords": "w", "weight": 1, "levels": ["a", "b", "c", "d", "e"]}""";
    private static final String AFRAID = """
            {"cause": "fear", "clientWords": "What if he is in the room?"}""";

    private final Database database = new Database("planning");
    private final Planning planning = new Planning();
    private final KafkaEvents intake = new KafkaEvents();
    private UUID caseId;
    private UUID goal;

    @AfterEach
    void close() {
        intake.close();
    }

    @BeforeEach
    void aGoal() {
        caseId = planning.caseOpened();
        goal = goal();
    }

    @Test
    void isKeptInTheClientsWordsAndAnsweredByWhatWasChanged() {
        UUID hesitation = raised(AFRAID);
        read("/v1/hesitations/{id}", hesitation).statusCode(200).body("status", equalTo("raised"))
                .body("cause", equalTo("fear")).body("clientWords", equalTo("What if he is in the room?"))
                .body("raisedBy", notNullValue()).body("change", nullValue()).body("answeredAt", nullValue());
        String answer = "{\"change\": \"help-added\", \"words\": \"A colleague comes along\"}";
        as(CASE_WORKER).body(answer).post("/v1/hesitations/{id}/answer", hesitation).then().statusCode(428);
        command("hesitations", hesitation, "answer", 7, answer).statusCode(412);
        command("hesitations", hesitation, "answer", 0, answer).statusCode(200).body("status", equalTo("answered"))
                .body("change", equalTo("help-added")).body("words", equalTo("A colleague comes along"))
                .body("answeredAt", notNullValue());
        command("hesitations", hesitation, "answer", 1, answer).statusCode(409).body("present", equalTo("answered"));
        assertEquals(List.of("raised", "answered help-added"), database.strings("""
                select concat_ws(' ', convert_from(payload, 'UTF8')::json ->> 'status',
                                 convert_from(payload, 'UTF8')::json ->> 'change')
                  from outbox where topic = 'planning.hesitation.v1' and key = ? order by position""",
                hesitation.toString()));
    }

    @Test
    void standsInThePlanAndInTheListOfTheCase() {
        UUID step = UUID.fromString(create("/v1/goals/{id}/steps", goal, """
                {"owner": "client", "text": "Call the court", "dueOn": "2026-02-01"}""").statusCode(201).extract()
                .path("stepId"));
        UUID first = raised(AFRAID);
        UUID second = raised("{\"cause\": \"time\", \"stepId\": \"" + step + "\"}");
        planning.plan(caseId).body("hesitations.hesitationId", contains(first.toString(), second.toString()))
                .body("hesitations.stepId", contains(nullValue(), equalTo(step.toString())));
        read("/v1/cases/{id}/hesitations", caseId).statusCode(200).body("items", hasSize(2));
    }

    @Test
    void isAboutAStepOfThisGoalAndAnUnfinishedOneInAnOpenCase() {
        UUID other = goal();
        UUID step = UUID.fromString(create("/v1/goals/{id}/steps", other, """
                {"owner": "client", "text": "t", "dueOn": "2026-02-01"}""").statusCode(201).extract().path("stepId"));
        create("/v1/goals/{id}/hesitations", goal, "{\"cause\": \"fear\", \"stepId\": \"" + step + "\"}")
                .statusCode(400).body("violations.field", contains("/stepId"));
        command("goals", other, "drop", 0, "{\"reason\": \"r\"}").statusCode(200);
        create("/v1/goals/{id}/hesitations", other, AFRAID).statusCode(409);
        command("cases", caseId, "hold", 0, "").statusCode(200);
        create("/v1/goals/{id}/hesitations", goal, AFRAID).statusCode(409);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{}|/cause", "{\"cause\": \"lazy\"}|/cause",
            "{\"cause\": \"fear\", \"clientWords\": \"\"}|/clientWords"})
    void namesTheFieldThatIsWrong(String body, String field) {
        create("/v1/goals/{id}/hesitations", goal, body).statusCode(400).body("violations.field", hasItem(field));
    }

    /** A grant for the plan shows the plan, and where the client hesitated stays with the worker. */
    @Test
    void noGrantOpensIt() throws Exception {
        UUID hesitation = raised(AFRAID);
        database.run("""
                insert into access_grant (id, client_id, home_agency, grantee, parts, purposes, basis, basis_id, consent_id,
                                          valid_from, valid_until, version)
                values (?, ?, ?, ?, '{plan,notes,assessment}', '{TREAT}', 'consent', ?, ?, now() - interval '1 minute',
                        now() + interval '1 day', 0)""", UUID.randomUUID(), planning.client, Tokens.FAMILY_SERVICES,
                Tokens.LEGAL_AID, UUID.randomUUID(), UUID.randomUUID());
        String grantee = Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER, Role.RECEIVING_WORKER);
        intake.beat();
        planning.await("a fresh copy of the grants",
                () -> as(grantee).get("/v1/cases/{id}/plan", caseId).statusCode() == 200);
        as(grantee).get("/v1/cases/{id}/plan", caseId).then().statusCode(200).body("goals", hasSize(1))
                .body("hesitations", hasSize(0));
        as(grantee).get("/v1/hesitations/{id}", hesitation).then().statusCode(404);
        as(grantee).get("/v1/cases/{id}/hesitations", caseId).then().statusCode(404);
        as(grantee).header("If-Match", "*").body("{\"change\": \"pace\"}")
                .post("/v1/hesitations/{id}/answer", hesitation).then().statusCode(404);
        String count = "select count(*) from hesitation where client_id = ?";
        assertEquals(1, database.countAs("planning_app", Tokens.FAMILY_SERVICES, count, planning.client));
        assertEquals(0, database.countAs("planning_app", Tokens.LEGAL_AID, count, planning.client));
        as(Tokens.token(Tokens.FAMILY_SERVICES, Role.INTAKE_WORKER)).get("/v1/hesitations/{id}", hesitation).then()
                .statusCode(403);
    }

    @Test
    void wordsAreSealed() {
        raised(AFRAID);
        assertEquals(List.of("0"), database.strings("select count(*)::text from hesitation h where client_id = ?"
                + " and strpos(h::text, encode('in the room', 'hex')) > 0", planning.client));
    }

    private UUID goal() {
        UUID need = planning.needAssessed(caseId);
        return UUID.fromString(create("/v1/cases/{id}/goals", caseId, GOAL.formatted(need)).statusCode(201).extract()
                .path("goalId"));
    }

    private UUID raised(String body) {
        return UUID.fromString(create("/v1/goals/{id}/hesitations", goal, body).statusCode(201).extract()
                .path("hesitationId"));
    }
}
