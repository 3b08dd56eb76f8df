package org.alongside.planning.agreement;

import static org.alongside.planning.Planning.CASE_WORKER;
import static org.alongside.planning.Planning.as;
import static org.alongside.planning.Planning.command;
import static org.alongside.planning.Planning.create;
import static org.alongside.planning.Planning.read;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.alongside.planning.Planning;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class AgreementTest {

    private static final String CLIENT = "{\"party\": \"client\", \"manner\": \"verbal\"}";
    private static final String WORKER = "{\"party\": \"worker\", \"manner\": \"written\"}";

    private final Database database = new Database("planning");
    private final Planning planning = new Planning();
    private UUID caseId;

    @BeforeEach
    void aCase() {
        caseId = planning.caseOpened();
    }

    @Test
    void aVersionIsInForceOnceBothSidesAgreed() {
        UUID agreement = proposed("one");
        agree(agreement, 1, CLIENT).statusCode(200).body("status", equalTo("proposed"))
                .body("clientAssent.manner", equalTo("verbal")).body("clientAssent.at", notNullValue())
                .body("workerAssent", nullValue());
        planning.plan(caseId).body("agreement", nullValue());
        agree(agreement, 2, CLIENT).statusCode(409).body("type", equalTo("urn:alongside:problem:conflicting-state"));
        agree(agreement, 2, WORKER).statusCode(200).body("status", equalTo("agreed")).body("worker", notNullValue());
        planning.plan(caseId).body("agreement.agreementId", equalTo(agreement.toString()))
                .body("agreement.purpose", equalTo("Purpose one"));
        assertEquals(List.of("proposed", "agreed"), told(agreement));
    }

    @Test
    void otherTermsAreANewVersionWhoseAssentsStartAnew() {
        UUID first = proposed("one");
        agree(first, 1, CLIENT).statusCode(200);
        UUID second = counter(first, 2, "two", "counter-proposed");
        read("/v1/agreements/{id}", first).body("status", equalTo("superseded")).body("purpose",
                equalTo("Purpose one"));
        read("/v1/agreements/{id}", second).body("number", equalTo(2)).body("clientAssent", nullValue());
        UUID third = counter(second, 0, "three", "proposed");
        agree(third, 0, WORKER).statusCode(200);
        agree(third, 1, CLIENT).statusCode(200).body("status", equalTo("agreed"));
        read("/v1/cases/{id}/agreements", caseId).statusCode(200).body("items.number", equalTo(List.of(1, 2, 3)))
                .body("items.status", equalTo(List.of("superseded", "superseded", "agreed")));
    }

    @Test
    void aLaterAgreementTakesThePlaceOfTheOneInForce() {
        UUID first = agreed("one");
        UUID second = agreed("two");
        read("/v1/agreements/{id}", first).body("status", equalTo("superseded"));
        planning.plan(caseId).body("agreement.agreementId", equalTo(second.toString()));
        assertEquals(List.of("proposed", "agreed", "superseded"), told(first));
        command("agreements", second, "end", 3, "").statusCode(200).body("status", equalTo("ended"));
        planning.plan(caseId).body("agreement", nullValue());
    }

    @Test
    void whatLayWithOneSideIsOverWhenAnotherVersionComesIntoForce() {
        UUID older = proposed("one");
        UUID newer = agreed("two");
        read("/v1/agreements/{id}", older).body("status", equalTo("superseded"));
        agree(older, 2, CLIENT).statusCode(409);
        planning.plan(caseId).body("agreement.agreementId", equalTo(newer.toString()));
        assertEquals(List.of("proposed", "superseded"), told(older));
    }

    /** Each worker gives the last assent to another version at the same moment: one comes into force, and the rest is told so. */
    @Test
    void twoVersionsAgreedAtOnceLeaveOneInForce() throws Exception {
        for (int round = 0; round < 5; round++) {
            UUID one = proposed("one");
            UUID two = proposed("two");
            agree(one, 1, CLIENT).statusCode(200);
            agree(two, 1, CLIENT).statusCode(200);
            ExecutorService people = Executors.newFixedThreadPool(2);
            try {
                List<Callable<Integer>> both = List.of(() -> agree(one, 2, WORKER).extract().statusCode(),
                        () -> agree(two, 2, WORKER).extract().statusCode());
                List<Integer> answers = new ArrayList<>();
                for (var answer : people.invokeAll(both)) {
                    answers.add(answer.get());
                }
                answers.sort(null);
                assertEquals(1, answers.stream().filter(status -> status == 200).count(), answers.toString());
                assertTrue(Set.of(409, 412).contains(answers.get(1)), answers.toString());
            } finally {
                people.shutdownNow();
            }
            assertEquals(1, database.strings("select id::text from agreement where case_id = ? and status = 'agreed'",
                    caseId).size());
            assertEquals(0, database.strings("select id::text from agreement where case_id = ? and status = 'proposed'",
                    caseId).size());
        }
    }

    @Test
    void theDatabaseItselfHoldsOneAgreementInForcePerCase() {
        UUID first = agreed("one");
        UUID second = proposed("two");
        assertEquals("23505", sqlStateOf("update agreement set status = 'agreed' where id = ?", second));
        assertEquals("00000", sqlStateOf("update agreement set status = 'agreed' where id = ?", first));
    }

    @Test
    void aDraftIsNobodyElsesConcernAndADeclinedVersionIsOver() {
        UUID agreement = drafted("one");
        assertEquals(List.of(), told(agreement));
        agree(agreement, 0, CLIENT).statusCode(409).body("present", equalTo("draft")).body("allowed",
                equalTo(List.of("proposed")));
        command("agreements", agreement, "counter-propose", 0, body("x")).statusCode(409);
        command("agreements", agreement, "propose", 0, "").statusCode(200);
        command("agreements", agreement, "decline", 1, "").statusCode(200).body("status", equalTo("declined"));
        agree(agreement, 2, WORKER).statusCode(409);
        command("agreements", agreement, "end", 2, "").statusCode(409);
    }

    @Test
    void theDatesOfAnAgreementAreChecked() {
        refused(body("x").replace("\"plannedEndOn\": \"2026-06-30\"", "\"plannedEndOn\": \"2026-01-01\""),
                "/plannedEndOn");
        refused(body("x").replace(", \"plannedEndOn\": \"2026-06-30\"", ""), "/plannedEndOn");
        refused(body("x").replace("\"2026-03-01\"", "\"2026-07-01\""), "/reviewOn/0");
        refused(body("x").replace("\"2026-03-01\"", "\"2026-02-30\""), "/reviewOn/0");
        refused(body("x").replace("\"Purpose x\"", "\" \""), "/purpose");
        refused(body("x").replace("\"Purpose x\"", "\"" + "p".repeat(4001) + "\""), "/purpose");
        refused(body("x").replace("\"purpose\"", "\"porpoise\""), "/porpoise");
        assertEquals(List.of(), database.strings("select id::text from agreement where case_id = ?", caseId));
    }

    @Test
    void anAssentSaysWhoseAndHow() {
        UUID agreement = proposed("one");
        agree(agreement, 1, "{\"party\": \"judge\", \"manner\": \"verbal\"}").statusCode(400)
                .body("type", equalTo("urn:alongside:problem:unknown-code"))
                .body("violations.field", hasItem("/party"));
        agree(agreement, 1, "{\"party\": \"client\"}").statusCode(400).body("violations.field", hasItem("/manner"));
    }

    @Test
    void aChangeNeedsThePresentVersionAndARepeatedDraftMakesOne() {
        UUID agreement = drafted("one");
        as(CASE_WORKER).post("/v1/agreements/{id}/propose", agreement).then().statusCode(428);
        command("agreements", agreement, "propose", 4, "").statusCode(412);
        String key = UUID.randomUUID().toString();
        assertEquals(draftWithKey(key, "two"), draftWithKey(key, "two"));
    }

    @Test
    void othersSeeNothingAndOnlyCaseWorkersNegotiate() {
        UUID agreement = proposed("one");
        as(Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER)).get("/v1/agreements/{id}", agreement).then()
                .statusCode(404);
        as(Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER)).header("If-Match", "\"1\"").body(CLIENT)
                .post("/v1/agreements/{id}/agree", agreement).then().statusCode(404);
        as(Tokens.token(Tokens.FAMILY_SERVICES, Role.SUPERVISOR)).header("If-Match", "\"1\"").body(CLIENT)
                .post("/v1/agreements/{id}/agree", agreement).then().statusCode(403);
        as(Tokens.token(Tokens.FAMILY_SERVICES, Role.SUPERVISOR)).get("/v1/agreements/{id}", agreement).then()
                .statusCode(200);
    }

    private UUID drafted(String mark) {
        return id(create("/v1/cases/{id}/agreements", caseId, body(mark)).statusCode(201).body("status",
                equalTo("draft")));
    }

    private UUID proposed(String mark) {
        UUID agreement = drafted(mark);
        command("agreements", agreement, "propose", 0, "").statusCode(200).body("status", equalTo("proposed"));
        return agreement;
    }

    private UUID agreed(String mark) {
        UUID agreement = proposed(mark);
        agree(agreement, 1, CLIENT).statusCode(200);
        agree(agreement, 2, WORKER).statusCode(200).body("status", equalTo("agreed"));
        return agreement;
    }

    private static UUID counter(UUID agreement, long version, String mark, String status) {
        return id(command("agreements", agreement, "counter-propose", version, body(mark)).statusCode(201)
                .body("status", equalTo(status)));
    }

    private static ValidatableResponse agree(UUID agreement, long version, String body) {
        return command("agreements", agreement, "agree", version, body);
    }

    private String draftWithKey(String key, String mark) {
        return as(CASE_WORKER).header("Idempotency-Key", key).body(body(mark)).post("/v1/cases/{id}/agreements", caseId)
                .then()
                .statusCode(201).extract().path("agreementId");
    }

    private void refused(String body, String field) {
        create("/v1/cases/{id}/agreements", caseId, body).statusCode(400).body("violations.field", hasItem(field));
    }

    private List<String> told(UUID agreement) {
        return database.strings("select split_part(type, '.', 5) from outbox where topic = 'planning.agreement.v1'"
                + " and key = ? order by position", agreement.toString());
    }

    private String sqlStateOf(String sql, UUID agreement) {
        try {
            database.run(sql, agreement);
            return "00000";
        } catch (SQLException failure) {
            return failure.getSQLState();
        }
    }

    private static UUID id(ValidatableResponse response) {
        return UUID.fromString(response.extract().path("agreementId"));
    }

    private static String body(String mark) {
        return """
                {"purpose": "Purpose %s", "tasksOfClient": "Calls the landlord", "tasksOfWorker": "Writes the letter",
                 "meetingRhythm": "Every second Tuesday", "limits": "No money is lent",
                 "startsOn": "2026-01-01", "reviewOn": ["2026-03-01"], "plannedEndOn": "2026-06-30"}""".formatted(mark);
    }
}
