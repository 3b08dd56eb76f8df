package org.alongside.planning.casework;

import static org.alongside.planning.Planning.CASE_WORKER;
import static org.alongside.planning.Planning.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.alongside.planning.Planning;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/**
 * Whatever commands are given in whatever order, the service answers and ends up as a small model says that is written down here a second
 * time. The seed repeats a run.
 */
@QuarkusTest
class CasePropertyTest {

    private static final int COMMANDS = 50;
    private static final String WHOLE = """
            {"reason": "goals-met", "gains": "g", "explanation": "e", "confidence": 5, "openDoorContact": "o",
             "checkInOn": "%s"}""".formatted(LocalDate.now(ZoneOffset.UTC).plusDays(30));

    private final Planning planning = new Planning();
    private final Model model = new Model();
    private final List<String> told = new ArrayList<>();

    /** A version of the agreement, an ending: what the model knows of them. */
    private static final class Version {

        private final String id;
        private String status = "draft";
        private boolean byClient;
        private boolean byWorker;

        private Version(String id, String status) {
            this.id = id;
            this.status = status;
        }

        private boolean lies() {
            return status.equals("proposed") || status.equals("counter-proposed");
        }
    }

    private static final class Ending {

        private final String id;
        private String status = "draft";
        private boolean whole;

        private Ending(String id, boolean whole) {
            this.id = id;
            this.whole = whole;
        }
    }

    private static final class Model {

        private String status = "open";
        private final List<Version> versions = new ArrayList<>();
        private final List<Ending> endings = new ArrayList<>();
        private final List<String> checkIns = new ArrayList<>();

        private boolean isOpen() {
            return status.equals("open");
        }

        private boolean isClosed() {
            return status.equals("closed");
        }

        private boolean isEndingWritten() {
            return endings.stream().anyMatch(each -> each.status.equals("draft"));
        }

        private void comeIntoForce(Version version) {
            versions.stream().filter(each -> each != version && (each.lies() || each.status.equals("agreed")))
                    .forEach(each -> each.status = "superseded");
            version.status = "agreed";
        }

        private void close(Ending ending) {
            ending.status = "completed";
            status = "closed";
            versions.stream().filter(each -> each.status.equals("agreed")).forEach(each -> each.status = "ended");
            checkIns.add("planned");
        }

        private void reopen() {
            status = "open";
            checkIns.replaceAll(each -> each.equals("planned") ? "called-off" : each);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void anyOrderOfCommandsEndsAsTheModelSays(long seed) {
        UUID caseId = planning.caseOpened();
        Random random = new Random(seed);
        for (int i = 0; i < COMMANDS; i++) {
            command(random.nextInt(13), caseId, random);
        }
        String run = "seed " + seed + ": " + told;
        assertEquals(model.status, as(CASE_WORKER).get("/v1/cases/{id}", caseId).path("status"), run);
        assertEquals(model.versions.stream().map(each -> each.status).toList(),
                statuses("agreements?limit=200", caseId), run);
        assertEquals(model.endings.stream().map(each -> each.status).toList(), statuses("closures", caseId), run);
        assertEquals(model.checkIns, statuses("check-ins", caseId), run);
    }

    private void command(int which, UUID caseId, Random random) {
        switch (which) {
            case 0 -> hold(caseId);
            case 1 -> resume(caseId);
            case 2 -> reopen(caseId);
            case 3 -> draftVersion(caseId);
            case 4 -> draftEnding(caseId, random.nextBoolean());
            case 5, 6, 7, 8, 9 -> onVersion(which, random);
            default -> onEnding(which, random);
        }
    }

    private void hold(UUID caseId) {
        if (expect(model.isOpen(), "hold", send("/v1/cases/" + caseId + "/hold", ""))) {
            model.status = "on-hold";
        }
    }

    private void resume(UUID caseId) {
        if (expect(model.status.equals("on-hold"), "resume", send("/v1/cases/" + caseId + "/resume", ""))) {
            model.status = "open";
        }
    }

    private void reopen(UUID caseId) {
        if (expect(model.isClosed(), "reopen", send("/v1/cases/" + caseId + "/reopen", ""))) {
            model.reopen();
        }
    }

    private void draftVersion(UUID caseId) {
        Response answer = send("/v1/cases/" + caseId + "/agreements", Planning.agreement("2026-01-01", "2026-06-30"));
        if (expect(model.isOpen(), "draft agreement", answer)) {
            model.versions.add(new Version(answer.path("agreementId"), "draft"));
        }
    }

    private void draftEnding(UUID caseId, boolean whole) {
        Response answer = send("/v1/cases/" + caseId + "/closures", whole ? WHOLE : "{\"reason\": \"moved\"}");
        if (expect(!model.isClosed() && !model.isEndingWritten(), "draft ending", answer)) {
            model.endings.add(new Ending(answer.path("closureId"), whole));
        }
    }

    private void onVersion(int which, Random random) {
        if (model.versions.isEmpty()) {
            return;
        }
        Version version = model.versions.get(random.nextInt(model.versions.size()));
        switch (which) {
            case 5 -> propose(version);
            case 6 -> counter(version);
            case 7 -> agree(version, random.nextBoolean());
            case 8 -> agree(version, random.nextBoolean());
            default -> over(version, random.nextBoolean());
        }
    }

    private void propose(Version version) {
        boolean possible = model.isOpen() && (version.status.equals("draft")
                || version.status.equals("counter-proposed"));
        if (expect(possible, "propose", send("/v1/agreements/" + version.id + "/propose", ""))) {
            version.status = "proposed";
        }
    }

    private void counter(Version version) {
        Response answer = send("/v1/agreements/" + version.id + "/counter-propose",
                Planning.agreement("2026-01-01", "2026-07-31"));
        if (expect(model.isOpen() && version.lies(), "counter-propose", answer)) {
            model.versions.add(new Version(answer.path("agreementId"),
                    version.status.equals("proposed") ? "counter-proposed" : "proposed"));
            version.status = "superseded";
        }
    }

    private void agree(Version version, boolean client) {
        boolean possible = model.isOpen() && version.lies() && !(client ? version.byClient : version.byWorker);
        Response answer = send("/v1/agreements/" + version.id + "/agree",
                "{\"party\": \"%s\", \"manner\": \"verbal\"}".formatted(client ? "client" : "worker"));
        if (expect(possible, "agree", answer)) {
            version.byClient |= client;
            version.byWorker |= !client;
            if (version.byClient && version.byWorker) {
                model.comeIntoForce(version);
            }
        }
    }

    private void over(Version version, boolean decline) {
        boolean possible = model.isOpen() && (decline ? version.lies() : version.status.equals("agreed"));
        String command = decline ? "decline" : "end";
        if (expect(possible, command, send("/v1/agreements/" + version.id + "/" + command, ""))) {
            version.status = decline ? "declined" : "ended";
        }
    }

    private void onEnding(int which, Random random) {
        if (model.endings.isEmpty()) {
            return;
        }
        Ending ending = model.endings.get(random.nextInt(model.endings.size()));
        boolean possible = !model.isClosed() && ending.status.equals("draft");
        String path = "/v1/closures/" + ending.id;
        if (which == 10) {
            Response answer = as(CASE_WORKER).header("If-Match", "*").body(WHOLE).put(path);
            ending.whole |= expect(possible, "rewrite", answer);
        } else if (which == 11) {
            if (expect(possible && ending.whole, "complete", send(path + "/complete", "{}"))) {
                model.close(ending);
            }
        } else if (expect(possible, "withdraw", send(path + "/withdraw", ""))) {
            ending.status = "withdrawn";
        }
    }

    private static Response send(String path, String body) {
        return as(CASE_WORKER).header("If-Match", "*").body(body).post(path);
    }

    private boolean expect(boolean possible, String command, Response answer) {
        told.add(command + " " + answer.statusCode());
        int success = answer.statusCode() == 201 ? 201 : 200;
        assertEquals(possible ? success : 409, answer.statusCode(),
                () -> told + " in a case that is " + model.status + ": " + answer.asString());
        return possible;
    }

    private static List<String> statuses(String of, UUID caseId) {
        return as(CASE_WORKER).get("/v1/cases/{id}/" + of, caseId).path("items.status");
    }
}
