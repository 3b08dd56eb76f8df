package org.alongside.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.StringJoiner;
import java.util.UUID;

import org.alongside.local.StackException;
import org.alongside.local.demo.Suite.Call;
import org.alongside.local.demo.Suite.Reply;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One person helped, from the first talk at one agency to the outcome of two referrals at two others. The demo tells it, the
 * system tests assert on it, the benchmark repeats it.
 */
public final class ClosedLoop {

    static final String INTAKE_WORKER = "intake-worker.family-services";
    static final String CASE_WORKER = "case-worker.family-services";
    static final String COORDINATOR = "referral-coordinator.family-services";
    static final String LEGAL_AID = "0a000000-0000-4000-8000-000000000002";
    static final String HOUSING = "0a000000-0000-4000-8000-000000000003";
    static final String AREA = "00105";

    private final Steps steps;
    private final Narrator narrator;
    private final String mark;

    private String client;
    private String caseId;
    private JsonNode needs;

    /** @param mark goes into every free text of the person, so that it can be searched for where it must not be */
    public ClosedLoop(Suite suite, Narrator narrator, String mark) {
        this.steps = new Steps(suite, narrator);
        this.narrator = narrator;
        this.mark = mark;
    }

    /** What the loop came to. */
    public record Outcome(UUID client, UUID caseId, UUID legalReferral, UUID housingReferral, JsonNode plan) {}

    /**
     * Runs the loop to its end.
     *
     * @throws StackException naming the step that did not answer as it should
     */
    public Outcome run() {
        takeIn();
        consent();
        assess();
        agree();
        Referral legal = refer("legal-aid", "legal-aid", LEGAL_AID, "receiving-worker.legal-aid");
        Referral housing = refer("housing-instability", "housing", HOUSING, "receiving-worker.housing");
        narrator.chapter("The two agencies answer and serve");
        answer(legal);
        answer(housing);
        narrator.chapter("What came of it, in the client's own view");
        closeLoop(legal);
        closeLoop(housing);
        JsonNode plan = outcomeInThePlan();
        return new Outcome(UUID.fromString(client), UUID.fromString(caseId), UUID.fromString(legal.id()),
                UUID.fromString(housing.id()), plan);
    }

    private void takeIn() {
        narrator.chapter("A person comes to family services");
        client = steps.take("is taken in", Call.post(INTAKE_WORKER, "intake", "/v1/clients", """
                {"identity": {"familyName": "Demo-%1$s", "givenNames": "Client", "nameToUse": "C-%1$s",
                              "dateOfBirth": {"value": "1984-03-17", "precision": "exact"}},
                 "contact": {"languages": ["es", "en"], "interpreterNeeded": true, "areaPostalCode": "%2$s",
                             "points": [{"kind": "phone", "value": "555-0142 %1$s", "safeToText": true}]}}"""
                .formatted(mark, AREA)),
                201, reply -> "client " + reply.text("/clientId")).text("/clientId");
        steps.take("opens the intake, and with it a case",
                Call.post(INTAKE_WORKER, "intake", "/v1/clients/" + client + "/intakes",
                        null),
                201, reply -> "intake " + reply.text("/status"));
    }

    private void consent() {
        narrator.chapter("What may be shared, with whom, until when");
        Reply talk = steps.take("records the talk about what stays confidential and what cannot",
                Call.post(INTAKE_WORKER, "intake", "/v1/clients/" + client + "/conversations", """
                        {"kind": "limits-of-confidentiality", "language": "es", "interpreter": true,
                         "understood": "yes", "clientWords": "You tell others only if someone is in danger %s"}"""
                        .formatted(mark)),
                201, reply -> "talk " + reply.text("/kind") + ", understood: " + reply.text("/understood"));
        String until = Instant.now().plus(Duration.ofDays(90)).toString();
        Reply proposed = steps.take("proposes a consent", Call.post(INTAKE_WORKER, "intake",
                "/v1/clients/" + client + "/consents", """
                        {"recipients": ["%s", "%s"], "parts": ["identity", "contact", "referral"],
                         "categories": ["legal-aid", "housing-instability"], "purposes": ["COC"], "validUntil": "%s"}"""
                        .formatted(LEGAL_AID, HOUSING, until)),
                201, reply -> "consent " + reply.text("/status"));
        Reply text = steps.take("reads out in Spanish what the client is asked", Call.get(INTAKE_WORKER, "intake",
                "/v1/consents/" + proposed.text("/consentId") + "/text?language=es"), 200,
                reply -> "text " + reply.text("/version") + " in " + reply.text("/language") + ", SHA-256 "
                        + reply.text("/sha256"));
        narrator.quote(text.text("/plain"));
        steps.take("records that the client agrees to this text", Call.post(INTAKE_WORKER, "intake",
                "/v1/consents/" + proposed.text("/consentId") + "/give", """
                        {"givenBy": "client", "manner": "verbal-with-witness", "witness": "A colleague", "language": "es",
                         "limitsOfConfidentialityTalk": true, "conversationId": "%s", "textSha256": "%s"}"""
                        .formatted(talk.text("/conversationId"), text.text("/sha256")))
                .at(proposed),
                200,
                reply -> "consent " + reply.text("/status") + " until " + reply.text("/validUntil").substring(0, 10));
    }

    private void assess() {
        narrator.chapter("Listening and assessing");
        Reply talk = steps.take("writes down the talk", Call.post(INTAKE_WORKER, "intake",
                "/v1/clients/" + client + "/assessments", """
                        {"instrument": "core-needs", "version": "1.1.0", "answeredBy": "client",
                         "answers": [{"linkId": "housing.place-to-sleep", "values": ["own-home"]},
                                     {"linkId": "housing.keeping-home", "values": ["notice"]}],
                         "clientWords": "I want to keep our home %s", "strengths": "Never missed a day of work"}"""
                        .formatted(mark)),
                201, reply -> "assessment " + reply.text("/status"));
        Reply done = steps.take("completes it in the client's order of priority", Call.post(INTAKE_WORKER, "intake",
                "/v1/assessments/" + talk.text("/assessmentId") + "/complete",
                "{\"priorities\": [\"housing-instability\", \"legal-aid\"], \"clientViews\": []}").at(talk), 200,
                reply -> because(reply.body().get("needs")));
        needs = done.body().get("needs");
    }

    /** Each need with the words of the answer behind it. */
    private static String because(JsonNode needs) {
        StringJoiner told = new StringJoiner("; ");
        needs.forEach(need -> told.add("%s (severity %d, %s) because of \u201c%s\u201d".formatted(
                need.get("category").asText(), need.get("severity").asInt(), need.get("urgency").asText(),
                need.at("/because/0/words").asText())));
        return needs.size() + " needs: " + told;
    }

    private void agree() {
        narrator.chapter("Agreeing on a plan, for a limited time");
        caseId = steps.await("finds the case that the intake opened", Call.get(CASE_WORKER, "planning",
                "/v1/cases?client=" + client), reply -> reply.status() == 200 && reply.body().get("items").size() == 1,
                reply -> "case " + reply.text("/items/0/status") + ", phase " + reply.text("/items/0/phase"))
                .text("/items/0/caseId");
        steps.await("finds the needs of the assessment in the plan",
                Call.get(CASE_WORKER, "planning", "/v1/cases/" + caseId + "/plan"),
                reply -> reply.status() == 200 && reply.body().get("needs").size() == needs.size(),
                reply -> list(reply.body().get("needs"), "category"));
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String terms = """
                {"purpose": "Keep the home %s", "tasksOfClient": "Bring the letter and the lease",
                 "tasksOfWorker": "Find a lawyer and a mediator", "meetingRhythm": "%s",
                 "limits": "What is said stays here, but for danger to life", "startsOn": "%s",
                 "reviewOn": ["%s"], "plannedEndOn": "%s"}""";
        Reply draft = steps.take("drafts an agreement", Call.post(CASE_WORKER, "planning",
                "/v1/cases/" + caseId + "/agreements",
                terms.formatted(mark, "each week", today, today.plusDays(30), today.plusDays(90))), 201,
                reply -> "version " + reply.text("/number") + " " + reply.text("/status"));
        Reply proposed = steps.take("proposes it", Call.post(CASE_WORKER, "planning",
                "/v1/agreements/" + draft.text("/agreementId") + "/propose", null).at(draft), 200,
                reply -> reply.text("/status"));
        Reply counter = steps.take("writes down the client's other terms", Call.post(CASE_WORKER, "planning",
                "/v1/agreements/" + draft.text("/agreementId") + "/counter-propose",
                terms.formatted(mark, "every second Monday, after work", today, today.plusDays(30),
                        today.plusDays(60)))
                .at(proposed), 201, reply -> "version " + reply.text("/number") + " " + reply.text("/status"));
        bothAgree("/v1/agreements/" + counter.text("/agreementId"), counter);
    }

    private void bothAgree(String agreement, Reply counter) {
        steps.take("looks at what the client changed", Call.get(CASE_WORKER, "planning", agreement + "/differences"),
                200, reply -> list(reply.body().get("changes"), "field"));
        Reply half = steps.take("gives the worker's assent", Call.post(CASE_WORKER, "planning", agreement + "/agree",
                "{\"party\": \"worker\", \"manner\": \"verbal\"}").at(counter), 200, reply -> reply.text("/status"));
        steps.take("records the client's", Call.post(CASE_WORKER, "planning", agreement + "/agree",
                "{\"party\": \"client\", \"manner\": \"verbal\"}").at(half), 200, reply -> reply.text("/status"));
    }

    private record Referral(String id, String agency, String receiver, Reply last) {}

    private Referral refer(String category, String agency, String agencyId, String receiver) {
        narrator.chapter("Referral to " + agency);
        String need = need(category);
        Reply matches = steps.take("looks for a service", Call.post(COORDINATOR, "referral", "/v1/matches",
                """
                        {"category": "%s", "areaPostalCode": "%s", "languages": ["es"],
                         "facts": {"age": 42, "householdSize": 3, "yearlyIncome": 31000, "statuses": {"tenant": true}}}"""
                        .formatted(category, AREA)),
                200, ClosedLoop::explained);
        String service = serviceOf(matches, agencyId);
        Reply draft = steps.take("drafts a referral", Call.post(COORDINATOR, "referral", "/v1/referrals", """
                {"clientId": "%s", "serviceId": "%s", "needId": "%s", "category": "%s", "urgency": "urgent",
                 "message": "There is a court date soon %s"}""".formatted(client, service, need, category, mark)), 201,
                reply -> "referral " + reply.text("/status"));
        String id = draft.text("/referralId");
        goalThatFollows(need, id);
        Reply sent = steps.take("sends it",
                Call.post(COORDINATOR, "referral", "/v1/referrals/" + id + "/request", null).at(draft),
                200, reply -> reply.text("/status") + ", to be answered by " + reply.text("/respondBy"));
        return new Referral(id, agency, receiver, sent);
    }

    /** What a worker can tell the client: why this service stands first. */
    static String explained(Reply matches) {
        StringJoiner why = new StringJoiner(" ");
        matches.body().at("/matches/0/factors").forEach(factor -> why.add(factor.get("words").textValue()));
        return matches.text("/found") + " match; first " + matches.text("/matches/0/serviceName") + ", "
                + matches.text("/matches/0/score") + " of 100: " + why;
    }

    private void goalThatFollows(String need, String referral) {
        Reply goal = steps.take("writes the goal in the client's words", Call.post(CASE_WORKER, "planning",
                "/v1/cases/" + caseId + "/goals", """
                        {"needId": "%s", "clientWords": "We stay where we are %s", "weight": 2,
                         "levels": ["we lose the home", "we must leave soon", "we may stay for now",
                                    "we have a new lease", "we have a lease and no debt"]}""".formatted(need, mark)),
                201, reply -> "goal " + reply.text("/status"));
        String path = "/v1/goals/" + goal.text("/goalId");
        Reply agreed = steps.take("records the client's assent to it",
                Call.post(CASE_WORKER, "planning", path + "/agree",
                        "{\"manner\": \"verbal\"}").at(goal),
                200, reply -> "goal " + reply.text("/status"));
        steps.take("begins work on it", Call.post(CASE_WORKER, "planning", path + "/activate", null).at(agreed), 200,
                reply -> "goal " + reply.text("/status"));
        steps.take("adds the step that follows the referral", Call.post(CASE_WORKER, "planning", path + "/steps", """
                {"owner": "agency", "text": "Talk with the other agency %s", "dueOn": "%s", "referralId": "%s"}"""
                .formatted(mark, LocalDate.now(ZoneOffset.UTC).plusDays(14), referral)), 201,
                reply -> "step " + reply.text("/status"));
    }

    private void answer(Referral referral) {
        String path = "/v1/referrals/" + referral.id();
        Reply seen = steps.await("sees the referral once the grant for it is there",
                Call.get(referral.receiver(), "referral",
                        path),
                reply -> reply.status() == 200, reply -> reply.text("/status"));
        steps.take("asks how to text the client safely now",
                Call.post(referral.receiver(), "intake", "/v1/clients/" + client + "/contact-now",
                        "{\"manner\": \"text\"}").statingPurpose("COC"),
                200, reply -> "safe now: " + list(reply.body().get("points"), "kind"));
        Reply accepted = steps.take("accepts",
                Call.post(referral.receiver(), "referral", path + "/accept", null).at(seen),
                200,
                reply -> reply.text("/status"));
        Reply started = steps.take("begins",
                Call.post(referral.receiver(), "referral", path + "/start", null).at(accepted),
                200,
                reply -> reply.text("/status"));
        steps.take("completes", Call.post(referral.receiver(), "referral", path + "/complete",
                "{\"providerResult\": \"service-given\"}").at(started), 200,
                reply -> reply.text("/status") + ", " + reply.text("/providerResult"));
    }

    private void closeLoop(Referral referral) {
        String path = "/v1/referrals/" + referral.id();
        Reply now = steps.take("reads what " + referral.agency() + " did", Call.get(COORDINATOR, "referral", path), 200,
                reply -> reply.text("/status") + ", loop closed: " + reply.text("/loopClosed"));
        steps.take("records the client's view", Call.post(COORDINATOR, "referral", path + "/client-view",
                "{\"result\": \"met\", \"words\": \"They listened %s\"}".formatted(mark)).at(now), 200,
                reply -> "need " + reply.text("/clientView/result") + ", loop closed: " + reply.text("/loopClosed"));
    }

    private JsonNode outcomeInThePlan() {
        narrator.chapter("The outcome comes back to the plan");
        return steps.await("reads the plan", Call.get(CASE_WORKER, "planning", "/v1/cases/" + caseId + "/plan"),
                reply -> reply.status() == 200 && met(reply.body()),
                reply -> "needs: " + list(reply.body().get("needs"), "category") + " met; steps done").body();
    }

    private static boolean met(JsonNode plan) {
        int met = 0;
        for (JsonNode need : plan.get("needs")) {
            met += need.at("/outcome/metStatus").asText().equals("met") ? 1 : 0;
        }
        boolean done = true;
        for (JsonNode goal : plan.get("goals")) {
            for (JsonNode each : goal.get("steps")) {
                done &= each.get("status").asText().equals("done");
            }
        }
        return met == 2 && done;
    }

    private String need(String category) {
        for (JsonNode need : needs) {
            if (need.get("category").asText().equals(category)) {
                return need.get("needId").asText();
            }
        }
        throw new StackException("The assessment came to no need of category " + category + ".");
    }

    /** The best service of an agency that has room. */
    public static String serviceOf(Reply matches, String agencyId) {
        for (JsonNode match : matches.body().get("matches")) {
            boolean open = !match.hasNonNull("openPlaces") || match.get("openPlaces").asInt() > 0;
            if (match.path("agencyId").asText().equals(agencyId) && open) {
                return match.get("serviceId").asText();
            }
        }
        throw new StackException("No service of agency " + agencyId + " has an open place.");
    }

    static String list(JsonNode nodes, String member) {
        StringBuilder list = new StringBuilder();
        nodes.forEach(node -> list.append(list.length() == 0 ? "" : ", ").append(node.get(member).asText()));
        return list.toString();
    }
}
