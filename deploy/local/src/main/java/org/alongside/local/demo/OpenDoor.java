package org.alongside.local.demo;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.StringJoiner;
import java.util.UUID;

import org.alongside.local.demo.Suite.Call;
import org.alongside.local.demo.Suite.Reply;

import com.fasterxml.jackson.databind.JsonNode;

/** A hesitation is heard, client and worker look back, the case ends with an open door, and the client comes through it again. */
final class OpenDoor {

    private static final String SUPERVISOR = "supervisor.family-services";

    private final Steps steps;
    private final Narrator narrator;
    private final UUID caseId;

    /** @param caseId with active goals, a planned review, and a referral that has no end yet */
    OpenDoor(Suite suite, Narrator narrator, UUID caseId) {
        this.steps = new Steps(suite, narrator);
        this.narrator = narrator;
        this.caseId = caseId;
    }

    /** @throws org.alongside.local.StackException naming the step that did not answer as it should */
    void run() {
        JsonNode goals = handover();
        hesitation(goals.at("/0/goal/goalId").asText());
        review(goals);
        ending();
        again();
    }

    /** @return the goals of the plan */
    private JsonNode handover() {
        narrator.chapter("The case goes to the worker who agreed on the plan");
        JsonNode plan = steps.take("reads the plan", planning("/plan"), 200,
                reply -> reply.body().get("goals").size() + " goals, agreed until "
                        + reply.text("/agreement/plannedEndOn"))
                .body();
        Reply before = steps.take("reads the case", Call.get(SUPERVISOR, "planning", "/v1/cases/" + caseId), 200,
                reply -> "case " + reply.text("/status") + ", phase " + reply.text("/phase"));
        steps.take("hands it over, with a note", Call.post(SUPERVISOR, "planning", "/v1/cases/" + caseId + "/transfer",
                "{\"to\": \"%s\", \"handoverNote\": \"Mornings suit the client best\"}".formatted(
                        plan.at("/agreement/worker").asText()))
                .at(before), 200, reply -> "a note for whoever keeps it now");
        steps.take("sees in the work queue who has to do something", Call.get(ClosedLoop.CASE_WORKER, "planning",
                "/v1/work-queue?list=waiting-for-agency"), 200,
                reply -> reply.text("/items/0/kind") + " " + reply.text("/items/0/status"));
        return plan.get("goals");
    }

    private void hesitation(String goal) {
        narrator.chapter("The client hesitates, and is heard");
        Reply raised = steps.take("writes down why, in the client's words", Call.post(ClosedLoop.CASE_WORKER,
                "planning", "/v1/goals/" + goal + "/hesitations",
                "{\"cause\": \"fear\", \"clientWords\": \"What if he waits outside the court?\"}"), 201,
                reply -> "hesitation " + reply.text("/status") + ", because of " + reply.text("/cause"));
        steps.take("says what was changed because of it", Call.post(ClosedLoop.CASE_WORKER, "planning",
                "/v1/hesitations/" + raised.text("/hesitationId") + "/answer",
                "{\"change\": \"help-added\", \"words\": \"A colleague comes along, by the side door\"}").at(raised),
                200,
                reply -> "hesitation " + reply.text("/status") + ": " + reply.text("/change"));
    }

    private void review(JsonNode goals) {
        narrator.chapter("Looking back together");
        Reply reviews = steps.take("finds the review that the agreement planned", planning("/reviews"), 200,
                reply -> reply.text("/items/0/status") + " for " + reply.text("/items/0/dueOn"));
        Reply review = steps.take("opens it", Call.get(ClosedLoop.CASE_WORKER, "planning",
                "/v1/reviews/" + reviews.text("/items/0/reviewId")), 200, reply -> reply.text("/status"));
        StringJoiner measured = new StringJoiner(", ");
        goals.forEach(
                goal -> measured.add("{\"goalId\": \"%s\", \"level\": 1, \"evidence\": \"The new lease is signed\"}"
                        .formatted(goal.at("/goal/goalId").asText())));
        steps.take("holds it, and measures each goal by the levels written down before", Call.post(
                ClosedLoop.CASE_WORKER, "planning", "/v1/reviews/" + review.text("/reviewId") + "/hold", """
                        {"whatChanged": "The notice was withdrawn", "decision": "end", "measurements": [%s],
                         "notMeasured": []}""".formatted(measured)).at(review),
                200, reply -> reply.text("/status") + ", decision: " + reply.text("/decision"));
        steps.take("reads how far the goals were reached", planning("/plan"), 200,
                reply -> "T-score " + reply.text("/attainment/tScore") + " (50: all as expected)");
    }

    private void ending() {
        narrator.chapter("An ending with an open door");
        Reply draft = steps.take("writes the ending with the client", Call.post(ClosedLoop.CASE_WORKER, "planning",
                "/v1/cases/" + caseId + "/closures", """
                        {"reason": "goals-met", "gains": "A lease of their own", "confidence": 4,
                         "explanation": "We did what we agreed on", "openDoorContact": "The family desk, any day",
                         "checkInOn": "%s"}""".formatted(LocalDate.now(ZoneOffset.UTC).plusDays(60))), 201,
                reply -> "ending " + reply.text("/status") + ", still missing: " + reply.body().get("missing"));
        String complete = "/v1/closures/" + draft.text("/closureId") + "/complete";
        Reply asked = steps.take("wants to complete it, and is asked", Call.post(ClosedLoop.CASE_WORKER, "planning",
                complete, "{}").at(draft), 409,
                reply -> reply.body().get("openReferrals").size() + " referral goes on: "
                        + reply.text("/openReferrals/0/status"));
        steps.take("completes it, knowing that it goes on", Call.post(ClosedLoop.CASE_WORKER, "planning", complete,
                "{\"openReferrals\": [\"%s\"]}".formatted(asked.text("/openReferrals/0/referralId"))).at(draft), 200,
                reply -> "ending " + reply.text("/status"));
        steps.take("sees when somebody asks how things go", planning("/check-ins"), 200,
                reply -> "check-in " + reply.text("/items/0/status") + " for " + reply.text("/items/0/dueOn"));
    }

    private void again() {
        narrator.chapter("The client comes back");
        steps.take("finds whom the client was told to turn to", Call.get(ClosedLoop.INTAKE_WORKER, "planning",
                "/v1/cases/" + caseId + "/closures"), 200, reply -> reply.text("/items/0/openDoorContact"));
        Reply closed = steps.take("reads the case", Call.get(ClosedLoop.INTAKE_WORKER, "planning",
                "/v1/cases/" + caseId), 200, reply -> "case " + reply.text("/status"));
        steps.take("takes it up again, without a new intake", Call.post(ClosedLoop.INTAKE_WORKER, "planning",
                "/v1/cases/" + caseId + "/reopen", null).at(closed), 200,
                reply -> "case " + reply.text("/status") + ", phase " + reply.text("/phase"));
    }

    private Call planning(String what) {
        return Call.get(ClosedLoop.CASE_WORKER, "planning", "/v1/cases/" + caseId + what);
    }
}
