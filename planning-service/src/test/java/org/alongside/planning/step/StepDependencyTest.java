package org.alongside.planning.step;

import static java.util.stream.Collectors.joining;
import static org.alongside.planning.Planning.CASE_WORKER;
import static org.alongside.planning.Planning.as;
import static org.alongside.planning.Planning.command;
import static org.alongside.planning.Planning.create;
import static org.alongside.planning.Planning.read;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.KafkaEvents;
import org.alongside.kit.testing.Tokens;
import org.alongside.planning.Planning;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Steps wait for other steps of their case, and never for one another. */
@QuarkusTest
class StepDependencyTest {

    private static final String STEP = """
            {"owner": "client", "text": "t", "dueOn": "2026-02-01"%s}""";
    private static final String LINKS = """
            select d.step_id::text from step_dependency d join step s on s.id = d.step_id where s.client_id = ?""";

    private final Database database = new Database("planning");
    private final Planning planning = new Planning();
    private final KafkaEvents intake = new KafkaEvents();
    private UUID caseId;
    private UUID goal;

    @BeforeEach
    void aGoal() {
        caseId = planning.caseOpened();
        goal = planning.goal(caseId);
        command("goals", goal, "agree", 0, "{\"manner\": \"verbal\"}").statusCode(200);
    }

    @AfterEach
    void close() {
        intake.close();
    }

    @Test
    void aStepWaitsUntilWhatComesFirstIsDoneOrSkipped() {
        UUID first = added();
        UUID second = added();
        UUID waiting = UUID.fromString(create("/v1/goals/{id}/steps", goal,
                STEP.formatted(", \"dependsOn\": [\"" + first + "\", \"" + second + "\"]")).statusCode(201)
                .body("dependsOn", containsInAnyOrder(first.toString(), second.toString()))
                .body("waitingFor", containsInAnyOrder(first.toString(), second.toString())).extract().path("stepId"));
        for (String refused : List.of("start", "complete")) {
            command("steps", waiting, refused, 0, "").statusCode(409)
                    .body("type", equalTo("urn:alongside:problem:step-waits"))
                    .body("waitingFor", containsInAnyOrder(first.toString(), second.toString()));
        }
        command("steps", first, "start", 0, "").statusCode(200);
        command("steps", waiting, "start", 0, "").statusCode(409).body("waitingFor.size()", equalTo(2));
        command("steps", first, "complete", 1, "").statusCode(200);
        command("steps", waiting, "start", 0, "").statusCode(409).body("waitingFor", contains(second.toString()));
        planning.plan(caseId).body(of(waiting) + ".waitingFor", contains(second.toString()))
                .body(of(waiting) + ".dependsOn", containsInAnyOrder(first.toString(), second.toString()))
                .body(of(second) + ".waitingFor", empty());
        command("steps", second, "skip", 0, "{\"reason\": \"r\"}").statusCode(200);
        command("steps", waiting, "start", 0, "").statusCode(200).body("waitingFor", empty())
                .body("dependsOn.size()", equalTo(2));
        command("steps", waiting, "complete", 1, "").statusCode(200);
    }

    @Test
    void whatItWaitsForIsChangedOnlyUntilItIsBegun() {
        UUID first = added();
        UUID second = added();
        UUID step = added();
        depend(step, 0, first).statusCode(200).body("dependsOn", contains(first.toString()))
                .header("ETag", "\"1\"");
        as(CASE_WORKER).body(body(second)).put("/v1/steps/{id}/dependencies", step).then().statusCode(428);
        depend(step, 0, second).statusCode(412);
        depend(step, 1, second, second).statusCode(200).body("dependsOn", contains(second.toString()));
        command("steps", step, "block", 2, "{\"reason\": \"r\"}").statusCode(200);
        depend(step, 3).statusCode(200).body("dependsOn", empty());
        command("steps", step, "start", 4, "").statusCode(200);
        depend(step, 5, first).statusCode(409).body("present", equalTo("doing"));
        assertEquals(0, links());
        assertEquals(List.of("[]", "[\"" + first + "\"]", "[\"" + second + "\"]", "[\"" + second + "\"]", "[]", "[]"),
                database.strings("""
                select convert_from(payload, 'UTF8')::json ->> 'dependsOn' from outbox
                 where topic = 'planning.step.v1' and key = ? order by position""", step.toString()));
    }

    @Test
    void aCircleIsRefusedAndNamed() {
        UUID a = added();
        UUID b = added();
        UUID c = added();
        depend(a, 0, a).statusCode(422).body("type", equalTo("urn:alongside:problem:dependency-cycle"))
                .body("cycle", contains(a.toString()));
        depend(a, 0, b).statusCode(200);
        depend(b, 0, c).statusCode(200);
        depend(c, 0, a).statusCode(422).body("cycle", contains(c.toString(), a.toString(), b.toString()));
        read("/v1/steps/{id}", c).body("dependsOn", empty()).header("ETag", "\"0\"");
        depend(a, 1).statusCode(200);
        depend(c, 0, a).statusCode(200);
    }

    /** Each of the two closes the circle when the other was there first; whoever comes second is refused. */
    @Test
    void twoAtOnceCannotCloseACircleBetweenThem() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 15; round++) {
                UUID a = added();
                UUID b = added();
                CountDownLatch go = new CountDownLatch(1);
                List<Future<Integer>> answers = Stream.of(List.of(a, b), List.of(b, a))
                        .map(link -> both.submit(() -> {
                            go.await();
                            return depend(link.get(0), 0, link.get(1)).extract().statusCode();
                        })).toList();
                go.countDown();
                assertEquals(List.of(200, 422),
                        Stream.of(answers.get(0).get(), answers.get(1).get()).sorted().toList());
                assertEquals(round + 1, links());
            }
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    void onlyStepsOfTheSameCaseAreWaitedFor() {
        UUID step = added();
        Planning other = new Planning();
        UUID elsewhere = UUID.fromString(create("/v1/goals/{id}/steps", other.goal(other.caseOpened()),
                STEP.formatted("")).statusCode(201).extract().path("stepId"));
        for (UUID wrong : List.of(elsewhere, UUID.randomUUID())) {
            depend(step, 0, added(), wrong).statusCode(400).body("violations.field", contains("/dependsOn/1"))
                    .body("violations.code", contains("no-such-step"));
            create("/v1/goals/{id}/steps", goal, STEP.formatted(", \"dependsOn\": [\"" + wrong + "\"]"))
                    .statusCode(400).body("violations.field", contains("/dependsOn/0"));
        }
        UUID ofAnotherGoal = UUID.fromString(create("/v1/goals/{id}/steps", planning.goal(caseId),
                STEP.formatted("")).statusCode(201).extract().path("stepId"));
        depend(step, 0, ofAnotherGoal).statusCode(200);
    }

    @Test
    void aReferralMovesItsStepWhateverThatWaitsFor() {
        UUID first = added();
        UUID step = added();
        depend(step, 0, first).statusCode(200);
        UUID referral = UUID.randomUUID();
        command("steps", step, "follow", 1, "{\"referralId\": \"" + referral + "\"}").statusCode(200);
        planning.referral("requested", referral, UUID.randomUUID(), "requested", "");
        planning.await("the step under way",
                () -> read("/v1/steps/{id}", step).extract().path("status").equals("doing"));
        planning.referral("moved", referral, UUID.randomUUID(), "completed", "\"providerResult\": \"partly\",");
        planning.await("the step done", () -> read("/v1/steps/{id}", step).extract().path("status").equals("done"));
        read("/v1/steps/{id}", step).body("waitingFor", contains(first.toString()));
        assertEquals(List.of("[\"" + first + "\"]"), database.strings("""
                select convert_from(payload, 'UTF8')::json ->> 'dependsOn' from outbox
                 where topic = 'planning.step.v1' and key = ? order by position desc limit 1""", step.toString()));
    }

    @Test
    void whatIsSentIsChecked() {
        UUID step = added();
        put(step, 0, "{}").statusCode(400).body("violations.field", hasItem("/dependsOn"));
        put(step, 0, "{\"dependsOn\": [null]}").statusCode(400);
        put(step, 0, "{\"dependsOn\": [\"x\"]}").statusCode(400).body("violations.field", hasItem("/dependsOn/0"));
        depend(step, 0, Stream.generate(UUID::randomUUID).limit(21).toArray(UUID[]::new)).statusCode(400)
                .body("violations.field", hasItem("/dependsOn"));
    }

    /** A grant for the plan shows the order of the steps and changes nothing of it, in the database too. */
    @Test
    void othersReadItByAGrantAndChangeNothing() throws Exception {
        UUID first = added();
        UUID step = added();
        depend(step, 0, first).statusCode(200);
        String grantee = Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER);
        as(grantee).header("If-Match", "*").body(body()).put("/v1/steps/{id}/dependencies", step).then()
                .statusCode(404);
        as(Tokens.token(Tokens.FAMILY_SERVICES, Role.SUPERVISOR)).header("If-Match", "*").body(body())
                .put("/v1/steps/{id}/dependencies", step).then().statusCode(403);
        String links = "select count(*) from step_dependency where step_id = ?";
        assertEquals(1, database.countAs("planning_app", Tokens.FAMILY_SERVICES, links, step));
        assertEquals(0, database.countAs("planning_app", Tokens.LEGAL_AID, links, step));
        database.run("""
                insert into access_grant (id, client_id, home_agency, grantee, parts, purposes, basis, basis_id, consent_id,
                                          valid_from, valid_until, version)
                values (?, ?, ?, ?, '{plan}', '{TREAT}', 'consent', ?, ?, now() - interval '1 minute',
                        now() + interval '1 day', 0)""", UUID.randomUUID(), planning.client, Tokens.FAMILY_SERVICES,
                Tokens.LEGAL_AID, UUID.randomUUID(), UUID.randomUUID());
        intake.beat();
        planning.await("a fresh copy of the grants",
                () -> as(grantee).get("/v1/steps/{id}", step).statusCode() == 200);
        as(grantee).get("/v1/steps/{id}", step).then().body("waitingFor", contains(first.toString()));
        as(grantee).header("If-Match", "*").body(body()).put("/v1/steps/{id}/dependencies", step).then()
                .statusCode(404);
        assertEquals(1, database.countAs("planning_app", Tokens.LEGAL_AID, links, step));
        assertEquals(0, database.countAs("planning_app", Tokens.LEGAL_AID,
                "with gone as (delete from step_dependency where step_id = ? returning 1) select count(*) from gone",
                step));
    }

    private int links() {
        return database.strings(LINKS, planning.client).size();
    }

    private UUID added() {
        return UUID.fromString(create("/v1/goals/{id}/steps", goal, STEP.formatted("")).statusCode(201).extract()
                .path("stepId"));
    }

    private static String of(UUID step) {
        return "goals.steps.flatten().find { it.stepId == '" + step + "' }";
    }

    private static ValidatableResponse depend(UUID step, long version, UUID... dependsOn) {
        return put(step, version, body(dependsOn));
    }

    private static ValidatableResponse put(UUID step, long version, String body) {
        return as(CASE_WORKER).header("If-Match", "\"" + version + "\"").body(body)
                .put("/v1/steps/{id}/dependencies", step).then();
    }

    private static String body(UUID... dependsOn) {
        return "{\"dependsOn\": [" + Stream.of(dependsOn).map(step -> "\"" + step + "\"").collect(joining(", "))
                + "]}";
    }
}
