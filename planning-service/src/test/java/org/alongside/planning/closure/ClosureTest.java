package org.alongside.planning.closure;

import static org.alongside.planning.Planning.CASE_WORKER;
import static org.alongside.planning.Planning.as;
import static org.alongside.planning.Planning.command;
import static org.alongside.planning.Planning.create;
import static org.alongside.planning.Planning.read;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.KafkaEvents;
import org.alongside.kit.testing.Tokens;
import org.alongside.planning.Planning;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

/** An ending is honest, says what was gained, leaves the door open, and loses nothing that goes on. */
@QuarkusTest
class ClosureTest {

    private static final String INTAKE_WORKER = Tokens.token(Tokens.FAMILY_SERVICES, Role.INTAKE_WORKER);
    private static final String SUPERVISOR = Tokens.token(Tokens.FAMILY_SERVICES, Role.SUPERVISOR);
    /** Days in which all time zones agree that they are ahead. */
    private static final LocalDate AHEAD = LocalDate.now(ZoneOffset.UTC).plusDays(60);
    private static final String KNOWN = "{\"openReferrals\": [%s]}";

    private final Database database = new Database("planning");
    private final Planning planning = new Planning();
    private UUID caseId;

    @BeforeEach
    void aCase() {
        caseId = planning.caseOpened();
    }

    @Test
    void aWholeEndingClosesTheCaseAndLeavesTheDoorOpen() {
        UUID agreement = planning.agreed(caseId, "2026-01-01", "2026-06-30", "2026-03-01");
        UUID closure = drafted(whole("goals-met"));
        read("/v1/closures/{id}", closure).statusCode(200).body("status", equalTo("draft")).body("missing",
                hasSize(0)).body("closedAt", nullValue());
        command("closures", closure, "complete", 0, "{}").statusCode(200).body("status", equalTo("completed"))
                .body("completedBy", notNullValue()).body("approvedBy", nullValue())
                .body("closedAt", notNullValue());
        read("/v1/cases/{id}", caseId).body("status", equalTo("closed")).body("phase", equalTo("ending"));
        read("/v1/agreements/{id}", agreement).body("status", equalTo("ended"));
        read("/v1/cases/{id}/reviews", caseId).body("items.status", contains("called-off"));
        read("/v1/cases/{id}/check-ins", caseId).statusCode(200).body("items.dueOn", contains(AHEAD.toString()))
                .body("items.status", contains("planned"));
        as(INTAKE_WORKER).get("/v1/closures/{id}", closure).then().statusCode(200)
                .body("openDoorContact", equalTo("Ask for the family desk")).body("gains", equalTo("A lease"))
                .body("explanation", equalTo("We did what we agreed on")).body("confidence", equalTo(4));
        assertEquals(List.of("goals-met " + AHEAD), database.strings("""
                select concat_ws(' ', convert_from(payload, 'UTF8')::json ->> 'reason',
                                 convert_from(payload, 'UTF8')::json ->> 'checkInOn')
                  from outbox where topic = 'planning.closure.v1' and key = ?""", closure.toString()));
        assertEquals(List.of("closed"), database.strings("""
                select convert_from(payload, 'UTF8')::json ->> 'status' from outbox
                 where topic = 'planning.case.v1' and key = ? and type like '%status-changed%'""",
                caseId.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gains", "explanation", "confidence", "openDoorContact", "checkInOn"})
    void noneOfItsPartsMayBeMissing(String part) {
        UUID closure = drafted(without(part, whole("client-choice")));
        command("closures", closure, "complete", 0, "{}").statusCode(409)
                .body("type", equalTo("urn:alongside:problem:closure-incomplete"))
                .body("missing", contains("/" + part));
        read("/v1/closures/{id}", closure).body("missing", contains("/" + part));
        read("/v1/cases/{id}", caseId).body("status", equalTo("open"));
        as(CASE_WORKER).header("If-Match", "\"0\"").body(whole("client-choice")).put("/v1/closures/{id}", closure)
                .then().statusCode(200).body("missing", hasSize(0));
        command("closures", closure, "complete", 1, "{}").statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"goals-met, 200", "client-choice, 200", "time-limit, 200", "moved, 200", "handed-over, 409",
            "service-ended, 409"})
    void anEndingThatComesFromTheAgencySaysWhoGoesOnHelping(String reason, int status) {
        UUID closure = drafted(whole(reason));
        command("closures", closure, "complete", 0, "{}").statusCode(status);
        if (status == 409) {
            String handedOver = whole(reason).replace("}", ", \"handover\": {\"to\": \"Desk 2\", \"what\": \"All\"}}");
            as(CASE_WORKER).header("If-Match", "\"0\"").body(handedOver).put("/v1/closures/{id}", closure).then()
                    .statusCode(200);
            command("closures", closure, "complete", 1, "{}").statusCode(200).body("handover.to", equalTo("Desk 2"));
        }
    }

    @Test
    void whatGoesOnIsShownAndAskedAndNotLost() {
        UUID need = planning.needAssessed(caseId);
        UUID open = UUID.randomUUID();
        UUID over = UUID.randomUUID();
        planning.referral("requested", open, need, "accepted", "");
        planning.referral("requested", over, need, "declined", "");
        planning.await("the referrals", () -> database.strings(
                "select id::text from referral_state where client_id = ?", planning.client).size() == 2);
        UUID closure = drafted(whole("goals-met"));
        command("closures", closure, "complete", 0, "{}").statusCode(409)
                .body("type", equalTo("urn:alongside:problem:referrals-open"))
                .body("openReferrals.referralId", contains(open.toString()))
                .body("openReferrals.status", contains("accepted"));
        command("closures", closure, "complete", 0, KNOWN.formatted("\"" + over + "\"")).statusCode(409);
        command("closures", closure, "complete", 0, KNOWN.formatted("\"" + open + "\"")).statusCode(200);
        planning.referral("moved", open, need, "completed", "\"providerResult\": \"service-given\",");
        planning.await("the end of the referral, in the closed case too", () -> database.strings(
                "select status from referral_state where id = ?", open).contains("completed"));
    }

    @Test
    void aClosedCaseIsTakenUpAgainWithoutANewIntake() {
        UUID need = planning.needAssessed(caseId);
        UUID goal = UUID.fromString(create("/v1/cases/{id}/goals", caseId, """
                {"needId": "%s", "clientWords": "w", "weight": 1, "levels": ["a", "b", "c", "d", "e"]}"""
                .formatted(need)).statusCode(201).extract().path("goalId"));
        command("cases", caseId, "reopen", 0, "").statusCode(409);
        command("closures", drafted(whole("client-choice")), "complete", 0, "{}").statusCode(200);
        command("goals", goal, "agree", 0, "{\"manner\": \"verbal\"}").statusCode(409).body("present",
                equalTo("closed"));
        create("/v1/cases/{id}/closures", caseId, whole("moved")).statusCode(409);
        as(INTAKE_WORKER).header("If-Match", "\"1\"").post("/v1/cases/{id}/reopen", caseId).then().statusCode(200)
                .body("status", equalTo("open")).body("phase", equalTo("engaging"));
        read("/v1/cases/{id}/check-ins", caseId).body("items.status", contains("called-off"));
        command("goals", goal, "agree", 0, "{\"manner\": \"verbal\"}").statusCode(200);
        command("closures", drafted(whole("goals-met")), "complete", 0, "{}").statusCode(200);
        read("/v1/cases/{id}/closures", caseId).body("items.reason", contains("client-choice", "goals-met"));
    }

    @Test
    void aCheckInSaysWhatCameOfItAndWhenToAskAgain() {
        command("closures", drafted(whole("goals-met")), "complete", 0, "{}").statusCode(200);
        UUID first = UUID.fromString(read("/v1/cases/{id}/check-ins", caseId).extract().path("items[0].checkInId"));
        command("check-ins", first, "record", 0, "{\"result\": \"not-reached\", \"nextOn\": \"2020-02-29\"}")
                .statusCode(400).body("violations.field", contains("/nextOn"));
        command("check-ins", first, "record", 0, "{\"result\": \"not-reached\", \"nextOn\": \"" + AHEAD + "\"}")
                .statusCode(200).body("status", equalTo("not-reached"));
        List<String> ids = read("/v1/cases/{id}/check-ins", caseId).body("items.status",
                contains("not-reached", "planned")).extract().path("items.checkInId");
        UUID second = UUID.fromString(ids.get(1));
        command("check-ins", second, "record", 0, "{\"result\": \"help-wanted\", \"words\": \"Two letters came\"}")
                .statusCode(200).body("status", equalTo("held")).body("words", equalTo("Two letters came"));
        command("check-ins", second, "record", 1, "{\"result\": \"going-well\"}").statusCode(409);
        read("/v1/check-ins/{id}", second).statusCode(200).body("result", equalTo("help-wanted"));
        read("/v1/cases/{id}/check-ins", caseId).body("items", hasSize(2));
    }

    @Test
    void itIsWrittenOnceAtATimeAndCanBeWithdrawn() {
        UUID closure = drafted("{\"reason\": \"moved\"}");
        create("/v1/cases/{id}/closures", caseId, whole("moved")).statusCode(409);
        command("closures", closure, "withdraw", 0, "").statusCode(200).body("status", equalTo("withdrawn"));
        as(CASE_WORKER).header("If-Match", "\"1\"").body(whole("moved")).put("/v1/closures/{id}", closure).then()
                .statusCode(409);
        command("closures", closure, "complete", 1, "{}").statusCode(409);
        read("/v1/cases/{id}", caseId).body("status", equalTo("open"));
        drafted(whole("moved"));
    }

    @Test
    void aCaseOnHoldCanEndToo() {
        command("cases", caseId, "hold", 0, "").statusCode(200);
        command("closures", drafted(whole("moved")), "complete", 0, "{}").statusCode(200);
        read("/v1/cases/{id}", caseId).body("status", equalTo("closed"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{}|/reason", "{\"reason\": \"uncooperative\"}|/reason",
            "{\"reason\": \"moved\", \"gains\": \" \"}|/gains",
            "{\"reason\": \"moved\", \"confidence\": 6}|/confidence",
            "{\"reason\": \"moved\", \"confidence\": 0}|/confidence",
            "{\"reason\": \"moved\", \"checkInOn\": \"2027-02-29\"}|/checkInOn",
            "{\"reason\": \"moved\", \"handover\": {\"to\": \"\", \"what\": \"w\"}}|/handover/to"})
    void namesTheFieldThatIsWrong(String body, String field) {
        create("/v1/cases/{id}/closures", caseId, body).statusCode(400).body("violations.field", hasItem(field));
    }

    @Test
    void theCheckInLiesAhead() {
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        String late = LocalDate.now(ZoneOffset.UTC).plusDays(400).toString();
        for (String day : List.of("2026-01-01", today, late)) {
            UUID closure = drafted(whole("moved").replace(AHEAD.toString(), day));
            command("closures", closure, "complete", 0, "{}").statusCode(400).body("violations.field",
                    contains("/checkInOn"));
            command("closures", closure, "withdraw", 0, "").statusCode(200);
        }
    }

    /** Two workers complete at once, and others write an ending of their own: one of them closes the case, nothing is half done. */
    @Test
    void ofManyAtOnceOneClosesTheCase() throws Exception {
        UUID closure = drafted(whole("goals-met"));
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> all = Stream.generate(() -> (Callable<Integer>) () -> command("closures", closure,
                    "complete", 0, "{}").extract().statusCode()).limit(8).toList();
            int closed = 0;
            for (var answer : people.invokeAll(all)) {
                closed += answer.get() == 200 ? 1 : 0;
            }
            assertEquals(1, closed);
        } finally {
            people.shutdownNow();
        }
        assertEquals(List.of("1"), database.strings("select count(*)::text from check_in where case_id = ?", caseId));
    }

    @Test
    void noGrantOpensItAndOnlyTheRolesThatNeedItReadIt() throws Exception {
        UUID closure = drafted(whole("goals-met"));
        database.run("""
                insert into access_grant (id, client_id, home_agency, grantee, parts, purposes, basis, basis_id, consent_id,
                                          valid_from, valid_until, version)
                values (?, ?, ?, ?, '{plan,notes,assessment}', '{TREAT}', 'consent', ?, ?, now() - interval '1 minute',
                        now() + interval '1 day', 0)""", UUID.randomUUID(), planning.client, Tokens.FAMILY_SERVICES,
                Tokens.LEGAL_AID, UUID.randomUUID(), UUID.randomUUID());
        String grantee = Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER, Role.RECEIVING_WORKER);
        try (KafkaEvents intake = new KafkaEvents()) {
            intake.beat();
            planning.await("a fresh copy of the grants",
                    () -> as(grantee).get("/v1/cases/{id}/plan", caseId).statusCode() == 200);
            as(grantee).get("/v1/closures/{id}", closure).then().statusCode(404);
            as(grantee).get("/v1/cases/{id}/closures", caseId).then().statusCode(404);
            as(grantee).header("If-Match", "*").body("{}").post("/v1/closures/{id}/complete", closure).then()
                    .statusCode(404);
        }
        assertEquals(0, database.countAs("planning_app", Tokens.LEGAL_AID,
                "select count(*) from closure where client_id = ?", planning.client));
        as(INTAKE_WORKER).header("If-Match", "*").body("{}").post("/v1/closures/{id}/complete", closure).then()
                .statusCode(403);
        as(SUPERVISOR).header("If-Match", "*").post("/v1/closures/{id}/approve", closure).then().statusCode(409);
    }

    @Test
    void wordsAreSealed() {
        drafted(whole("goals-met"));
        assertEquals(List.of("0"), database.strings("select count(*)::text from closure c where client_id = ?"
                + " and strpos(c::text, encode('family desk', 'hex')) > 0", planning.client));
    }

    @Test
    void theStatesThatCountAsOpenAreThoseOfReferralsThatGoOn() {
        UUID need = planning.needAssessed(caseId);
        List<String> open = List.of("requested", "waitlisted", "accepted", "scheduled", "in-progress", "on-hold");
        List<String> over = List.of("draft", "completed", "declined", "unsuccessful", "cancelled", "expired",
                "entered-in-error");
        Stream.concat(open.stream(), over.stream())
                .forEach(status -> planning.referral("moved", UUID.randomUUID(), need, status, ""));
        planning.await("the referrals", () -> database.strings(
                "select id::text from referral_state where client_id = ?", planning.client).size() == 13);
        command("closures", drafted(whole("moved")), "complete", 0, "{}").statusCode(409)
                .body("openReferrals.status", containsInAnyOrder(open.toArray()));
    }

    private static String whole(String reason) {
        return """
                {"reason": "%s", "gains": "A lease", "explanation": "We did what we agreed on", "confidence": 4,
                 "openDoorContact": "Ask for the family desk", "checkInOn": "%s"}""".formatted(reason, AHEAD);
    }

    private static String without(String part, String whole) {
        return whole.replaceAll("\"" + part + "\": (\"[^\"]*\"|\\d),?", "").replaceAll(",\\s*}", "}");
    }

    private UUID drafted(String body) {
        return UUID.fromString(create("/v1/cases/{id}/closures", caseId, body).statusCode(201).extract()
                .path("closureId"));
    }
}
