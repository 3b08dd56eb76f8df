package org.alongside.system;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A call of each operation that the home agency runs, in an order in which one makes what the next one needs. In a body or query
 * {@code <name>} is what an earlier answer was remembered as.
 */
final class Examples {

    static final String INTAKE_WORKER = "intake-worker.family-services";
    static final String CASE_WORKER = "case-worker.family-services";
    static final String COORDINATOR = "referral-coordinator.family-services";
    static final String RECEIVER = "receiving-worker.family-services";
    static final String SUPERVISOR = "supervisor.family-services";
    static final String OFFICER = "privacy-officer.family-services";
    static final String NIGHT_WORKER = "intake-worker.housing";

    private final List<Example> examples = new ArrayList<>();

    private Examples() {}

    /**
     * @param remembers names by what they are of the answer, as JSON Pointers
     * @param status    of the answer when no consent was ever asked for
     */
    record Example(String operation, String account, int status, String body, String query,
            Map<String, String> remembers) {

        Example remembering(String name, String pointer) {
            remembers.put(name, pointer);
            return this;
        }
    }

    static List<Example> all() {
        Examples all = new Examples();
        all.intake();
        all.assessment();
        all.planning();
        all.referral();
        all.openReferral();
        all.audit();
        all.ends();
        return all.examples;
    }

    private Example call(String operation, String account, int status, String body) {
        Example example = new Example(operation, account, status, body, "", new LinkedHashMap<>());
        examples.add(example);
        return example;
    }

    private Example get(String operation, String account, String query) {
        Example example = new Example(operation, account, 200, null, query, new LinkedHashMap<>());
        examples.add(example);
        return example;
    }

    private void intake() {
        call("intake.open", INTAKE_WORKER, 201, null).remembering("intakeId", "/intakeId");
        get("intake.read", INTAKE_WORKER, "");
        get("client.read", INTAKE_WORKER, "");
        call("client.change", INTAKE_WORKER, 200, "{\"contact\": {\"areaPostalCode\": \"00106\"}}");
        get("client.history", SUPERVISOR, "");
        call("client.search", INTAKE_WORKER, 200, "{\"familyName\": \"Refusing\", \"dateOfBirth\": \"1984-03-17\"}");
        call("contact.for-now", INTAKE_WORKER, 200, "{\"manner\": \"text\"}");
        get("duplicate.find", INTAKE_WORKER, "");
        call("client.register", INTAKE_WORKER, 201, "{\"identity\": {\"familyName\": \"Refusing\"}}")
                .remembering("twinId", "/clientId");
        call("client.merge", SUPERVISOR, 201, "{\"mergedClientId\": \"<twinId>\"}").remembering("mergeId",
                "/mergeId");
        get("client-merge.list", INTAKE_WORKER, "");
        get("client-merge.read", INTAKE_WORKER, "");
        call("client-merge.undo", SUPERVISOR, 200, null);
        get("household.read", INTAKE_WORKER, "");
        call("conversation.record", INTAKE_WORKER, 201,
                "{\"kind\": \"role\", \"language\": \"en\", \"interpreter\": false, \"understood\": \"yes\"}")
                .remembering("conversationId", "/conversationId").remembering("worker", "/heldBy");
        get("conversation.read", INTAKE_WORKER, "");
        get("conversation.list", INTAKE_WORKER, "");
        call("conversation.enter-in-error", INTAKE_WORKER, 200, null);
        call("household.change", INTAKE_WORKER, 200,
                "{\"members\": [{\"name\": \"A child\", \"relation\": \"child\"}]}");
        call("handle.resolve", OFFICER, 200, "{\"client\": \"<clientId>\"}");
        call("emergency.open", NIGHT_WORKER, 201,
                """
                {"client": "<clientId>", "reasonCode": "shelter-tonight", "reason": "Stands at the door and cannot go home"}""")
                .remembering("emergencyId", "/emergencyAccessId");
        get("emergency.list", SUPERVISOR, "");
        get("emergency.read", SUPERVISOR, "");
        call("emergency.end", SUPERVISOR, 200, null).remembering("supervisor", "/endedBy");
        get("grant.list", SUPERVISOR, "");
        get("consent.list", INTAKE_WORKER, "");
        call("consent.propose", INTAKE_WORKER, 201, RefusalBlocksNothingIT.PROPOSAL).remembering("consentId",
                "/consentId");
        get("consent.read", INTAKE_WORKER, "");
        get("consent.text", INTAKE_WORKER, "");
        get("consent.fhir", CASE_WORKER, "");
        call("consent.refuse", INTAKE_WORKER, 200, null);
    }

    private void assessment() {
        call("assessment.start", INTAKE_WORKER, 201, """
                {"instrument": "core-needs", "version": "1.1.0", "answeredBy": "client",
                 "answers": [{"linkId": "housing.place-to-sleep", "values": ["own-home"]},
                             {"linkId": "housing.keeping-home", "values": ["notice"]}],
                 "clientWords": "I want to keep our home"}""").remembering("assessmentId", "/assessmentId");
        call("assessment.change", INTAKE_WORKER, 200, "{\"strengths\": \"Never missed a day of work\"}");
        call("assessment.complete", INTAKE_WORKER, 200,
                "{\"priorities\": [\"housing-instability\", \"legal-aid\"], \"clientViews\": []}")
                .remembering("needId", "/needs/0/needId");
        get("assessment.read", INTAKE_WORKER, "");
        get("assessment.list", INTAKE_WORKER, "");
        call("assessment.amend", INTAKE_WORKER, 201, null);
        get("assessment.versions", INTAKE_WORKER, "");
        call("intake.complete", INTAKE_WORKER, 200, null);
    }

    private void planning() {
        get("case.list", CASE_WORKER, "?client=<clientId>").remembering("caseId", "/items/0/caseId");
        get("case.read", CASE_WORKER, "");
        get("plan.read", CASE_WORKER, "");
        call("case.move-phase", CASE_WORKER, 200, "{\"phase\": \"assessing\"}");
        call("case.hold", CASE_WORKER, 200, null);
        call("case.resume", CASE_WORKER, 200, null);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String draft = """
                {"purpose": "Keep the home", "tasksOfClient": "Bring the letter", "tasksOfWorker": "Find a lawyer",
                 "meetingRhythm": "each week", "limits": "What is said stays here", "startsOn": "%s",
                 "reviewOn": ["%s"], "plannedEndOn": "%s"}""".formatted(today, today.plusDays(30), today.plusDays(90));
        call("agreement.draft", CASE_WORKER, 201, draft).remembering("agreementId", "/agreementId");
        call("agreement.propose", CASE_WORKER, 200, null);
        call("agreement.decline", CASE_WORKER, 200, null);
        call("agreement.draft", CASE_WORKER, 201, draft).remembering("agreementId", "/agreementId");
        call("agreement.propose", CASE_WORKER, 200, null);
        call("agreement.counter-propose", CASE_WORKER, 201, draft).remembering("agreementId", "/agreementId");
        call("agreement.agree", CASE_WORKER, 200, "{\"party\": \"client\", \"manner\": \"verbal\"}");
        call("agreement.agree", CASE_WORKER, 200, "{\"party\": \"worker\", \"manner\": \"verbal\"}");
        get("agreement.read", CASE_WORKER, "");
        get("agreement.compare", CASE_WORKER, "");
        get("agreement.print", CASE_WORKER, "?language=es");
        get("agreement.list", CASE_WORKER, "");
        for (String ended : List.of("drop", "achieve", "partly-achieve", "not-achieve")) {
            goal(today, ended);
        }
        lookingBack(today, draft);
        call("agreement.end", CASE_WORKER, 200, null);
        call("note.write", CASE_WORKER, 201, "{\"kind\": \"meeting\", \"words\": \"Talked\"}").remembering("noteId",
                "/noteId");
        call("note.add", CASE_WORKER, 201, "{\"words\": \"And laughed\"}");
        get("note.read", CASE_WORKER, "");
        get("note.list", CASE_WORKER, "");
        call("note.search", CASE_WORKER, 200, "{\"words\": \"talk\"}");
        clientsVoice();
        ending(today);
        get("planning-data.export", OFFICER, "");
        get("report.programme", SUPERVISOR, "?from=2026-01&to=2026-01");
    }

    /** Three times longer than agreed at first, which has a supervisor look. */
    private void lookingBack(LocalDate today, String draft) {
        for (int extension = 1; extension <= 3; extension++) {
            call("agreement.draft", CASE_WORKER, 201, draft.replace(today.plusDays(90).toString(),
                    today.plusDays(90 + extension).toString())).remembering("agreementId", "/agreementId");
            call("agreement.propose", CASE_WORKER, 200, null);
            call("agreement.agree", CASE_WORKER, 200, "{\"party\": \"client\", \"manner\": \"verbal\"}");
            call("agreement.agree", CASE_WORKER, 200, "{\"party\": \"worker\", \"manner\": \"verbal\"}");
        }
        get("dependency-review.list", SUPERVISOR, "").remembering("dependencyReviewId",
                "/items/0/dependencyReviewId");
        get("dependency-review.read", SUPERVISOR, "");
        call("dependency-review.hold", SUPERVISOR, 200, "{\"outcome\": \"step-down\", \"words\": \"Less often\"}");
        call("review.plan", CASE_WORKER, 201, "{\"dueOn\": \"%s\"}".formatted(today)).remembering("reviewId",
                "/reviewId");
        get("review.list", CASE_WORKER, "");
        get("review.read", CASE_WORKER, "");
        call("review.hold", CASE_WORKER, 200,
                """
                {"whatChanged": "The letters stopped", "decision": "continue", "measurements": [], "notMeasured": []}""");
        call("self-sufficiency.measure", CASE_WORKER, 201, "{\"occasion\": \"end\", \"levels\": {\"housing\": 4}}")
                .remembering("selfSufficiencyId", "/selfSufficiencyId");
        get("self-sufficiency.read", CASE_WORKER, "");
        get("self-sufficiency.list", CASE_WORKER, "");
        get("work-queue.list", CASE_WORKER, "?list=today&limit=1");
        call("case.add-to-team", CASE_WORKER, 200, "{\"worker\": \"somebody\"}");
        call("case.remove-from-team", CASE_WORKER, 200, "{\"worker\": \"somebody\"}");
        call("case.transfer", SUPERVISOR, 200, "{\"to\": \"somebody\", \"handoverNote\": \"All is well\"}");
        get("transfer.list", SUPERVISOR, "");
        call("case.weigh", CASE_WORKER, 200, "{\"weight\": 2}");
        get("caseload.read", CASE_WORKER, "");
    }

    private void clientsVoice() {
        call("feedback.give", CASE_WORKER, 201,
                """
                {"ratings": {"heard": 9, "goals": 8, "manner": 9, "whole": 9}, "words": "Less paper", "workerMaySee": true}""")
                .remembering("feedbackId", "/feedbackId");
        get("feedback.read", CASE_WORKER, "");
        get("feedback.list", CASE_WORKER, "");
        get("feedback-form.read", CASE_WORKER, "?language=es");
        for (String ended : List.of("answer", "withdraw")) {
            call("complaint.take", CASE_WORKER, 201, "{\"about\": [\"somebody\"], \"clientWords\": \"Too late again\"}")
                    .remembering("complaintId", "/complaintId");
            get("complaint.read", SUPERVISOR, "");
            get("complaint.list", SUPERVISOR, "");
            call("complaint.review", SUPERVISOR, 200, null);
            call("complaint." + ended, SUPERVISOR, 200,
                    ended.equals("answer") ? "{\"words\": \"We are sorry\"}" : null);
        }
        for (String ended : List.of("grant", "decline", "withdraw")) {
            call("worker-request.take", CASE_WORKER, 201, "{\"clientWords\": \"A woman, please\"}")
                    .remembering("workerRequestId", "/workerRequestId");
            get("worker-request.read", SUPERVISOR, "");
            get("worker-request.list", SUPERVISOR, "");
            call("worker-request." + ended, SUPERVISOR, 200,
                    ended.equals("decline") ? "{\"words\": \"Nobody is free before May\"}" : null);
        }
    }

    /** And a door that stays open. */
    private void ending(LocalDate today) {
        String ending = """
                {"reason": "goals-met", "gains": "A lease", "explanation": "We got there", "confidence": 5,
                 "openDoorContact": "The family desk", "checkInOn": "%s"}""".formatted(today.plusDays(30));
        call("closure.draft", CASE_WORKER, 201, "{\"reason\": \"goals-met\"}").remembering("closureId",
                "/closureId");
        call("closure.withdraw", CASE_WORKER, 200, null);
        call("closure.draft", CASE_WORKER, 201, "{\"reason\": \"goals-met\"}").remembering("closureId",
                "/closureId");
        call("closure.rewrite", CASE_WORKER, 200, ending);
        get("closure.read", INTAKE_WORKER, "");
        get("closure.list", INTAKE_WORKER, "");
        call("closure.approve", SUPERVISOR, 409, null);
        call("closure.send-back", SUPERVISOR, 409, "{\"reason\": \"Not yet\"}");
        call("closure.complete", CASE_WORKER, 200, "{}");
        get("check-in.list", CASE_WORKER, "").remembering("checkInId", "/items/0/checkInId");
        get("check-in.read", CASE_WORKER, "");
        call("check-in.record", CASE_WORKER, 200, "{\"result\": \"help-wanted\", \"words\": \"A letter came\"}");
        call("case.reopen", INTAKE_WORKER, 200, null);
    }

    private void goal(LocalDate today, String ended) {
        call("goal.propose", CASE_WORKER, 201,
                """
                {"needId": "<needId>", "clientWords": "We stay where we are", "weight": 2,
                 "levels": ["we lose the home", "we must leave soon", "we may stay", "a new lease", "a lease, no debt"]}""")
                .remembering("goalId", "/goalId");
        call("goal.agree", CASE_WORKER, 200, "{\"manner\": \"verbal\"}");
        call("goal.activate", CASE_WORKER, 200, null);
        if (ended.equals("drop")) {
            for (String last : List.of("complete", "block", "skip", "follow")) {
                call("step.add", CASE_WORKER, 201, "{\"owner\": \"worker\", \"text\": \"Talk\", \"dueOn\": \"%s\"}"
                        .formatted(today.plusDays(9))).remembering("stepId", "/stepId");
                step(last);
            }
            get("goal.read", CASE_WORKER, "");
            call("measurement.make", CASE_WORKER, 201, "{\"level\": -1, \"evidence\": \"Two letters came\"}")
                    .remembering("measurementId", "/measurementId");
            get("measurement.read", CASE_WORKER, "");
            get("measurement.list", CASE_WORKER, "");
            for (String answer : List.of("choose", "refuse")) {
                call("option.offer", CASE_WORKER, 201,
                        "{\"options\": [{\"words\": \"Ask the court for time\"}, {\"words\": \"Look for another home\"}]}")
                        .remembering("optionId", "/items/0/optionId");
                get("option.read", CASE_WORKER, "");
                get("option.list", CASE_WORKER, "");
                call("option." + answer, CASE_WORKER, 200, "{\"clientWords\": \"My children go to school here\"}");
            }
            call("hesitation.raise", CASE_WORKER, 201, "{\"cause\": \"fear\", \"clientWords\": \"What if I lose\"}")
                    .remembering("hesitationId", "/hesitationId");
            get("hesitation.read", CASE_WORKER, "");
            get("hesitation.list", CASE_WORKER, "");
            call("hesitation.answer", CASE_WORKER, 200, "{\"change\": \"help-added\", \"words\": \"We go together\"}");
        }
        call("goal." + ended, CASE_WORKER, 200, ended.equals("drop") ? "{\"reason\": \"Changed their mind\"}" : null);
    }

    private void step(String last) {
        get("step.read", CASE_WORKER, "");
        call("step.depend", CASE_WORKER, 200, "{\"dependsOn\": []}");
        call("step.start", CASE_WORKER, 200, null);
        switch (last) {
            case "complete" -> call("step.complete", CASE_WORKER, 200, null);
            case "follow" -> {
                draftReferral(CASE_WORKER).remembering("worker", "/responsible/sender");
                call("step.follow", CASE_WORKER, 200, "{\"referralId\": \"<referralId>\"}");
            }
            default -> call("step." + last, CASE_WORKER, 200, "{\"reason\": \"The office was closed\"}");
        }
    }

    private Example draftReferral(String account) {
        return call("referral.draft", account, 201, """
                {"clientId": "<clientId>", "serviceId": "<serviceId>", "category": "legal-aid", "urgency": "soon",
                 "message": "words"}""").remembering("referralId", "/referralId");
    }

    private void referral() {
        draftReferral(COORDINATOR);
        get("referral.read", COORDINATOR, "");
        get("referral.list", COORDINATOR, "?role=sent&limit=1");
        get("referral.history", COORDINATOR, "");
        get("referral.tried", COORDINATOR, "");
        call("referral.assign", COORDINATOR, 200, "{\"worker\": \"<worker>\"}");
        get("message.list", COORDINATOR, "");
        call("message.send", COORDINATOR, 409, "{\"text\": \"A word\"}").remembering("messageId", "/messageId");
        call("message.read", COORDINATOR, 404, null);
        for (String step : List.of("accept", "waitlist", "start", "no-show", "hold", "resume", "keep-waiting")) {
            call("referral." + step, RECEIVER, 403, null);
        }
        for (String appointment : List.of("schedule", "reschedule")) {
            call("referral." + appointment, RECEIVER, 403, "{\"at\": \"%s\", \"timeZone\": \"America/New_York\"}"
                    .formatted(Instant.now().plus(Duration.ofDays(9)).truncatedTo(ChronoUnit.SECONDS)));
        }
        call("referral.decline", RECEIVER, 403, "{\"reason\": \"no-capacity\"}");
        call("referral.unsuccessful", RECEIVER, 403, "{\"reason\": \"no-capacity\"}");
        call("referral.complete", RECEIVER, 403, "{\"providerResult\": \"service-given\"}");
        call("referral.forward", RECEIVER, 403, "{\"serviceId\": \"<serviceId>\", \"message\": \"words\"}");
        call("referral.client-view", COORDINATOR, 409, "{\"result\": \"met\"}");
        call("referral.end-search", COORDINATOR, 409, "{\"reason\": \"tried-all\"}");
        call("referral.cancel", COORDINATOR, 200, "{\"reason\": \"client-changed-mind\"}");
        draftReferral(COORDINATOR);
        call("referral.enter-in-error", COORDINATOR, 200, null);
        draftReferral(COORDINATOR);
        call("referral.request", COORDINATOR, 409, null);
        call("bundle.create", COORDINATOR, 201, """
                {"clientId": "<clientId>", "urgency": "soon", "referrals": [
                  {"serviceId": "<serviceId>", "category": "legal-aid", "message": "words"}]}""")
                .remembering("bundleId", "/bundleId");
        get("bundle.read", COORDINATOR, "");
        call("bundle.request", COORDINATOR, 409, null);
        get("report.referrals", SUPERVISOR, "?from=2026-01&to=2026-01");
    }

    private void openReferral() {
        call("open-referral.open", COORDINATOR, 201, """
                {"clientId": "<clientId>", "category": "legal-aid", "areaPostalCode": "00105", "urgency": "soon",
                 "message": "words"}""").remembering("openReferralId", "/openReferralId");
        get("open-referral.read", COORDINATOR, "");
        get("open-referral.list", COORDINATOR, "?own=true&limit=1");
        call("open-referral.claim", RECEIVER, 400, "{\"serviceId\": \"<serviceId>\"}");
        call("open-referral.withdraw", COORDINATOR, 200, null);
    }

    private void audit() {
        call("access-event.search", OFFICER, 200, "{\"client\": \"<clientId>\", \"basis\": \"emergency\"}")
                .remembering("accessId", "/items/0/accessId").remembering("index", "/items/0/entryIndex");
        get("access-event.read", OFFICER, "");
        get("log-entry.prove", OFFICER, "");
        call("access-event.export", OFFICER, 200,
                "{\"format\": \"ndjson\", \"query\": {\"accessId\": \"<accessId>\"}}");
        call("disclosure-account.read", OFFICER, 200, "{\"client\": \"<clientId>\"}");
        call("disclosure-note.write", OFFICER, 201, """
                {"client": "<clientId>", "entryIndex": <index>, "kind": "dispute", "words": "Nobody asked me"}""")
                .remembering("noteId", "/id");
        get("disclosure-note.read", OFFICER, "");
        call("disclosure-note.answer", OFFICER, 200, "{\"words\": \"It was an emergency\"}");
        call("conflict.declare", CASE_WORKER, 201, "{\"client\": \"<clientId>\", \"relation\": \"relative\"}")
                .remembering("declarationId", "/id");
        get("conflict.read", CASE_WORKER, "");
        call("conflict.withdraw", OFFICER, 200, null);
        call("legal-hold.place", OFFICER, 201, "{\"client\": \"<clientId>\", \"reference\": \"court-1\"}")
                .remembering("holdId", "/id");
        get("legal-hold.read", OFFICER, "");
        get("legal-hold.list", OFFICER, "?limit=1");
        call("legal-hold.release", OFFICER, 200, null);
        call("alert.search", OFFICER, 200, "{\"client\": \"<clientId>\", \"rule\": \"emergency-access\"}")
                .remembering("alertId", "/items/0/id");
        get("alert.read", OFFICER, "");
        call("alert.review", OFFICER, 200, "{\"verdict\": \"appropriate\", \"ground\": \"emergency-confirmed\"}");
    }

    /** Consent given anew, which a refusal or revocation before does not stand against, and taken back. */
    private void ends() {
        call("consent.propose", INTAKE_WORKER, 201, RefusalBlocksNothingIT.PROPOSAL).remembering("consentId",
                "/consentId");
        call("consent.give", INTAKE_WORKER, 200, RefusalBlocksNothingIT.GIVEN);
        call("consent.revoke", INTAKE_WORKER, 200, null);
        call("intake.open", INTAKE_WORKER, 201, null).remembering("intakeId", "/intakeId");
        call("intake.withdraw", INTAKE_WORKER, 200, null);
        get("intake-data.export", OFFICER, "");
        get("referral-data.export", OFFICER, "");
        call("restriction.begin", INTAKE_WORKER, 201, "{\"reasonCode\": \"threat\", \"workers\": [\"<supervisor>\"]}");
        get("restriction.read", INTAKE_WORKER, "");
        call("restriction.name", INTAKE_WORKER, 200, "{\"workers\": [\"<supervisor>\", \"<worker>\"]}");
        get("restriction.list", SUPERVISOR, "");
        call("restriction.lift", SUPERVISOR, 204, null);
        call("erasure.request", OFFICER, 201, "{\"reason\": \"client-asked\"}").remembering("erasureId", "/erasureId");
        get("erasure.read", OFFICER, "");
        get("erasure.list", OFFICER, "");
        call("erasure.cancel", OFFICER, 200, null);
    }
}
