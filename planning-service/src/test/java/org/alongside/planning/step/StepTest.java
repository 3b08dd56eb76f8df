package org.alongside.planning.step;

import static org.alongside.planning.Planning.as;
import static org.alongside.planning.Planning.command;
import static org.alongside.planning.Planning.create;
import static org.alongside.planning.Planning.read;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.alongside.planning.Planning;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class StepTest {

    private static final String MET = "\"providerResult\": \"service-given\", \"clientResult\": \"met\",";

    private final Database database = new Database("planning");
    private final Planning planning = new Planning();
    private UUID caseId;
    private UUID need;
    private final UUID referral = UUID.randomUUID();

    @BeforeEach
    void aCaseWithANeed() {
        caseId = planning.caseOpened();
        need = planning.needAssessed(caseId);
    }

    @Test
    void peopleMoveAStepByTheTable() {
        UUID goal = goal();
        UUID step = added(goal, null);
        command("steps", step, "start", 0, "").statusCode(409).body("present", equalTo("proposed"));
        agreed(goal);
        command("steps", step, "complete", 0, "").statusCode(409)
                .body("type", equalTo("urn:alongside:problem:conflicting-state")).body("present", equalTo("todo"));
        command("steps", step, "start", 0, "").statusCode(200).body("status", equalTo("doing"));
        command("steps", step, "block", 1, "{\"reason\": \"The office is closed\"}").statusCode(200)
                .body("status", equalTo("blocked")).body("reason", equalTo("The office is closed"));
        command("steps", step, "start", 2, "").statusCode(200).body("reason", nullValue());
        command("steps", step, "complete", 3, "").statusCode(200).body("status", equalTo("done"));
        command("steps", step, "skip", 4, "{\"reason\": \"x\"}").statusCode(409);
        assertEquals(List.of("todo", "doing", "blocked", "doing", "done"), database.strings(
                "select convert_from(payload, 'UTF8')::json ->> 'status' from outbox where topic = 'planning.step.v1' and key = ?"
                        + " order by position",
                step.toString()));
    }

    @Test
    void nothingIsDoneInACaseThatIsOnHoldAndTheReferralGoesOn() {
        UUID goal = goal();
        UUID step = added(goal, null);
        UUID following = added(goal, referral);
        agreed(goal);
        command("cases", caseId, "hold", 0, "").statusCode(200);
        command("steps", step, "start", 0, "").statusCode(409).body("present", equalTo("on-hold"));
        command("goals", goal, "activate", 1, "").statusCode(409).body("present", equalTo("on-hold"));
        planning.referral("requested", referral, need, "requested", "");
        awaitStatus(following, "doing");
    }

    private static void agreed(UUID goal) {
        command("goals", goal, "agree", 0, "{\"manner\": \"verbal\"}").statusCode(200);
    }

    @Test
    void theReferralMovesItsStepAndTheNeedsOutcomeComesBackToThePlan() {
        UUID goal = goal();
        UUID step = added(goal, referral);
        agreed(goal);
        planning.referral("requested", referral, need, "requested", "");
        awaitStatus(step, "doing");
        planning.plan(caseId).body("needs[0].outcome.metStatus", equalTo("in-progress"))
                .body("needs[0].outcome.referralId", equalTo(referral.toString()));
        command("steps", step, "complete", 1, "").statusCode(409).body("detail",
                equalTo("The step follows its referral."));
        planning.referral("moved", referral, need, "accepted", "");
        planning.referral("moved", referral, need, "completed", "\"providerResult\": \"service-given\",");
        awaitStatus(step, "done");
        planning.plan(caseId).body("needs[0].outcome.metStatus", equalTo("in-progress"))
                .body("needs[0].outcome.providerResult", equalTo("service-given"));
        planning.referral("client-view-recorded", referral, need, "completed", MET);
        awaitMet("met");
        planning.plan(caseId).body("needs[0].outcome.clientResult", equalTo("met"));
        read("/v1/steps/{id}", step).header("ETag", "\"2\"");
    }

    @Test
    void aStepAddedAfterItsReferralEndedIsThereAtOnce() {
        planning.referral("requested", referral, need, "requested", "");
        planning.referral("client-view-recorded", referral, need, "completed", MET);
        awaitMet("met");
        UUID step = added(goal(), referral);
        read("/v1/steps/{id}", step).body("status", equalTo("done")).body("referralId", equalTo(referral.toString()));
    }

    @Test
    void aNeedThatArrivesAfterItsReferralHasTheOutcome() {
        UUID late = UUID.randomUUID();
        planning.referral("requested", referral, late, "requested", "");
        planning.referral("client-view-recorded", referral, late, "completed", MET);
        planning.await("the referral",
                () -> database.strings("select status from referral_state where id = ?", referral)
                        .equals(List.of("completed")));
        planning.assessed(late);
        planning.await("the need with its outcome", () -> planning.plan(caseId).extract().<List<String>>path(
                "needs.findAll { it.needId == '" + late + "' }.outcome.metStatus").equals(List.of("met")));
    }

    @Test
    void aDeclinedReferralBlocksItsStepUntilAnotherIsFollowed() {
        UUID step = added(goal(), referral);
        planning.referral("requested", referral, need, "requested", "");
        planning.referral("moved", referral, need, "declined", "\"reason\": \"no-capacity\",");
        awaitStatus(step, "blocked");
        read("/v1/steps/{id}", step).body("blockedBy", equalTo("declined")).body("reason", nullValue());
        planning.plan(caseId).body("needs[0].outcome.metStatus", equalTo("open"));
        UUID second = UUID.randomUUID();
        command("steps", step, "follow", version(step), follow(second)).statusCode(200).body("status",
                equalTo("blocked"));
        planning.referral("requested", second, need, "requested", "");
        awaitStatus(step, "doing");
        read("/v1/steps/{id}", step).body("blockedBy", nullValue());
        planning.referral("moved", referral, need, "cancelled", "");
        planning.referral("moved", second, need, "completed", "\"providerResult\": \"partly\",");
        awaitStatus(step, "done");
    }

    @Test
    void linkingLaterAppliesThePresentState() {
        UUID step = added(goal(), null);
        planning.referral("requested", referral, need, "requested", "");
        planning.referral("moved", referral, need, "expired", "");
        planning.await("the referral",
                () -> database.strings("select status from referral_state where id = ?", referral)
                        .equals(List.of("expired")));
        command("steps", step, "follow", 0, follow(referral)).statusCode(200).body("status", equalTo("blocked"))
                .body("blockedBy", equalTo("expired"));
        command("steps", step, "skip", 1, "{\"reason\": \"not needed any more\"}").statusCode(200);
        command("steps", step, "follow", 2, follow(UUID.randomUUID())).statusCode(409).body("present",
                equalTo("skipped"));
    }

    @Test
    void anotherClientsReferralIsNotFollowed() {
        Planning other = new Planning();
        other.referral("requested", referral, need, "requested", "");
        other.await("the referral",
                () -> !database.strings("select 1 from referral_state where id = ?", referral).isEmpty());
        UUID step = added(goal(), null);
        command("steps", step, "follow", 0, follow(referral)).statusCode(400).body("violations.field",
                hasItem("/referralId"));
        planning.plan(caseId).body("needs[0].outcome.metStatus", equalTo("open"));
        UUID unknownYet = UUID.randomUUID();
        command("steps", step, "follow", 0, follow(unknownYet)).statusCode(200);
        other.referral("requested", unknownYet, need, "requested", "");
        other.await("the referral",
                () -> !database.strings("select 1 from referral_state where id = ?", unknownYet).isEmpty());
        read("/v1/steps/{id}", step).body("status", equalTo("todo"));
    }

    @Test
    void whatIsSentIsChecked() {
        UUID goal = goal();
        refused(goal, step("client", null).replace("2026-02-01", "soon"), "/dueOn");
        refused(goal, step("neighbour", null), "/owner");
        refused(goal, step("client", null).replace("\"text\"", "\"test\""), "/test");
        refused(goal, step("client", null).replace("\"dueOn\": \"2026-02-01\"", "\"dueOn\": null"), "/dueOn");
        UUID step = added(goal, null);
        command("steps", step, "block", 0, "{\"reason\": \" \"}").statusCode(400).body("violations.field",
                hasItem("/reason"));
        command("steps", step, "follow", 0, "{\"referralId\": \"x\"}").statusCode(400)
                .body("violations.field", hasItem("/referralId"));
        as(Planning.CASE_WORKER).post("/v1/steps/{id}/start", step).then().statusCode(428);
        command("steps", step, "start", 8, "").statusCode(412);
    }

    @Test
    void othersSeeNothingAndOnlyCaseWorkersChange() {
        UUID step = added(goal(), null);
        as(Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER)).get("/v1/steps/{id}", step).then().statusCode(404);
        as(Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER)).header("If-Match", "\"0\"")
                .post("/v1/steps/{id}/start", step)
                .then().statusCode(404);
        as(Tokens.token(Tokens.FAMILY_SERVICES, Role.SUPERVISOR)).header("If-Match", "\"0\"")
                .post("/v1/steps/{id}/start", step).then().statusCode(403);
    }

    private UUID goal() {
        return UUID.fromString(create("/v1/cases/{id}/goals", caseId,
                """
                {"needId": "%s", "clientWords": "w", "levels": ["a", "b", "c", "d", "e"], "weight": 1}"""
                        .formatted(need))
                .statusCode(201).extract().path("goalId"));
    }

    private static UUID added(UUID goal, UUID referral) {
        return UUID.fromString(create("/v1/goals/{id}/steps", goal, step("agency", referral)).statusCode(201).extract()
                .path("stepId"));
    }

    private static void refused(UUID goal, String body, String field) {
        create("/v1/goals/{id}/steps", goal, body).statusCode(400).body("violations.field", hasItem(field));
    }

    private void awaitStatus(UUID step, String status) {
        planning.await("step " + status, () -> read("/v1/steps/{id}", step).extract().path("status").equals(status));
    }

    private void awaitMet(String status) {
        planning.await("need " + status,
                () -> planning.plan(caseId).extract().path("needs[0].outcome.metStatus").equals(status));
    }

    private static long version(UUID step) {
        return Long.parseLong(read("/v1/steps/{id}", step).extract().header("ETag").replace("\"", ""));
    }

    private static String follow(UUID referral) {
        return "{\"referralId\": \"" + referral + "\"}";
    }

    private static String step(String owner, UUID referral) {
        return """
                {"owner": "%s", "text": "Legal help", "dueOn": "2026-02-01"%s}""".formatted(owner,
                referral == null ? "" : ", \"referralId\": \"" + referral + "\"");
    }
}
