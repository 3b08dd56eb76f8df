package org.alongside.planning;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.alongside.kit.caller.Role;
import org.alongside.kit.event.Event;
import org.alongside.kit.testing.KafkaEvents;
import org.alongside.kit.testing.Things;
import org.alongside.kit.testing.Tokens;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** One client as the other services tell of it by events, and calls of planning-service about it. */
public final class Planning {

    public static final String CASE_WORKER = Tokens.token(Tokens.FAMILY_SERVICES, Role.CASE_WORKER);

    public final UUID client = UUID.randomUUID();
    private final KafkaEvents events = new KafkaEvents();
    private long version;

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    public static ValidatableResponse command(String path, UUID id, String command, long version, String body) {
        return as(CASE_WORKER).header("If-Match", "\"" + version + "\"").body(body)
                .post("/v1/" + path + "/{id}/" + command, id)
                .then();
    }

    public static ValidatableResponse create(String path, UUID parent, String body) {
        return as(CASE_WORKER).body(body).post(path, parent).then();
    }

    public static ValidatableResponse read(String path, UUID id) {
        return as(CASE_WORKER).get(path, id).then();
    }

    /** Different in each run and short enough for every field. */
    public static String newMark() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    /** The case that opened because intake-service told of an intake. */
    public UUID caseOpened() {
        return caseOpened("worker-1");
    }

    /** @param worker token subject of the primary worker */
    public UUID caseOpened(String worker) {
        intakeOpened(worker);
        await("the case of the intake", () -> cases().size() == 1);
        return UUID.fromString(cases().get(0));
    }

    public Event intakeOpened(String worker) {
        UUID intake = UUID.randomUUID();
        return events.send("org.alongside.intake.intake.opened.v1", intake,
                """
                {"intakeId": "%s", "clientId": "%s", "homeAgency": "%s", "status": "open", "worker": "%s", "version": 0}"""
                        .formatted(intake, client, Tokens.FAMILY_SERVICES, worker));
    }

    public void send(Event again) {
        events.send(again);
    }

    public List<String> cases() {
        return as(CASE_WORKER).queryParam("client", client).get("/v1/cases").then().statusCode(200).extract()
                .path("items.caseId");
    }

    /** A need that an assessment came to, once it is known in the plan of the case. */
    public UUID needAssessed(UUID caseId) {
        return needAssessed(caseId, "agrees");
    }

    public UUID needAssessed(UUID caseId, String clientView) {
        UUID need = UUID.randomUUID();
        assessed(need, ", \"clientView\": \"" + clientView + "\"");
        await("the need in the plan",
                () -> plan(caseId).extract().<List<String>>path("needs.needId").contains(need.toString()));
        return need;
    }

    /** As a service tells it that knows nothing of the client's view. */
    public Event assessed(UUID need) {
        return assessed(need, "");
    }

    private Event assessed(UUID need, String more) {
        UUID assessment = UUID.randomUUID();
        return events.send("org.alongside.intake.assessment.completed.v1", assessment, """
                {"assessmentId": "%s", "clientId": "%s", "homeAgency": "%s", "version": 1, "needs": [
                  {"needId": "%s", "category": "legal-aid", "severity": 2, "urgency": "urgent", "priority": 1%s}]}"""
                .formatted(assessment, client, Tokens.FAMILY_SERVICES, need, more));
    }

    /** The next version of an assessment: one need as before and graver, one that is new, one that is gone. */
    public Event amended(Event completed, UUID kept, UUID added, UUID gone) {
        String need = """
                {"needId": "%s", "category": "%s", "severity": 3, "urgency": "immediate", "clientView": "disagrees"}""";
        return events.send("org.alongside.intake.assessment.amended.v1", UUID.fromString(completed.key()), """
                {"assessmentId": "%s", "amends": "%s", "number": 2, "clientId": "%s", "homeAgency": "%s", "version": 1,
                 "needs": [%s, %s], "gone": ["%s"]}""".formatted(UUID.randomUUID(), completed.key(), client,
                Tokens.FAMILY_SERVICES, need.formatted(kept, "legal-aid"), need.formatted(added, "stress"), gone));
    }

    public Event assessed(UUID one, UUID other) {
        UUID assessment = UUID.randomUUID();
        return events.send("org.alongside.intake.assessment.completed.v1", assessment, """
                {"assessmentId": "%s", "clientId": "%s", "homeAgency": "%s", "version": 1, "needs": [
                  {"needId": "%s", "category": "legal-aid", "severity": 2, "urgency": "urgent", "priority": 1},
                  {"needId": "%s", "category": "food-insecurity", "severity": 1, "urgency": "soon"}]}"""
                .formatted(assessment, client, Tokens.FAMILY_SERVICES, one, other));
    }

    public ValidatableResponse plan(UUID caseId) {
        return read("/v1/cases/{id}/plan", caseId).statusCode(200);
    }

    /** @param more further members, such as {@code "providerResult": "none",}; may be empty */
    public void referral(String verb, UUID referral, UUID need, String status, String more) {
        version++;
        events.send("org.alongside.referral.referral." + verb + ".v1", referral, """
                {"referralId": "%s", "clientId": "%s", "homeAgency": "%s", "sender": "%s", "recipient": "%s", "serviceId": "%s",
                 "needId": "%s", "category": "legal-aid", "consentId": "%s", "parts": ["identity"], "status": "%s", %s
                 "loopClosed": false, "version": %d}""".formatted(referral, client, Tokens.FAMILY_SERVICES,
                Tokens.FAMILY_SERVICES, Tokens.LEGAL_AID, UUID.randomUUID(), need, UUID.randomUUID(), status, more,
                version));
    }

    /** A goal as proposed, for a need of its own. */
    public UUID goal(UUID caseId) {
        return UUID.fromString(create("/v1/cases/{id}/goals", caseId, """
                {"needId": "%s", "clientWords": "w", "weight": 1, "levels": ["a", "b", "c", "d", "e"]}"""
                .formatted(needAssessed(caseId))).statusCode(201).extract().path("goalId"));
    }

    public static String agreement(String startsOn, String plannedEndOn, String... reviewOn) {
        return """
                {"purpose": "p", "goals": "g", "tasksOfClient": "c", "tasksOfWorker": "w", "meetingRhythm": "m",
                 "limits": "l", "startsOn": "%s", "reviewOn": [%s], "plannedEndOn": "%s"}"""
                .formatted(startsOn, Stream.of(reviewOn).map(day -> '"' + day + '"').collect(joining(", ")),
                        plannedEndOn);
    }

    public UUID drafted(UUID caseId, String startsOn, String plannedEndOn, String... reviewOn) {
        return UUID.fromString(create("/v1/cases/{id}/agreements", caseId,
                agreement(startsOn, plannedEndOn, reviewOn)).statusCode(201).extract().path("agreementId"));
    }

    /** A version in force; its entity tag is "3". */
    public UUID agreed(UUID caseId, String startsOn, String plannedEndOn, String... reviewOn) {
        UUID agreement = drafted(caseId, startsOn, plannedEndOn, reviewOn);
        command("agreements", agreement, "propose", 0, "").statusCode(200);
        command("agreements", agreement, "agree", 1, "{\"party\": \"client\", \"manner\": \"verbal\"}")
                .statusCode(200);
        command("agreements", agreement, "agree", 2, "{\"party\": \"worker\", \"manner\": \"verbal\"}")
                .statusCode(200);
        return agreement;
    }

    public void await(String what, Things.Check check) {
        try {
            Things.await(what, check);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
