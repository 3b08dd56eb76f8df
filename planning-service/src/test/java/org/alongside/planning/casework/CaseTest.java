package org.alongside.planning.casework;

import static org.alongside.planning.Planning.CASE_WORKER;
import static org.alongside.planning.Planning.as;
import static org.alongside.planning.Planning.command;
import static org.alongside.planning.Planning.create;
import static org.alongside.planning.Planning.read;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.event.Event;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.alongside.planning.Planning;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class CaseTest {

    private final Database database = new Database("planning");
    private final Planning planning = new Planning();

    @Test
    void anIntakeOpensItsCaseWithItsWorker() {
        read("/v1/cases/{id}", planning.caseOpened()).statusCode(200).header("ETag", "\"0\"")
                .body("clientId", equalTo(planning.client.toString())).body("status", equalTo("open"))
                .body("phase", equalTo("engaging")).body("primaryWorker", equalTo("worker-1"))
                .body("homeAgency", equalTo(Tokens.FAMILY_SERVICES.toString()));
    }

    @Test
    void anIntakeToldTwiceOpensOneCase() {
        Event intake = planning.intakeOpened("worker-1");
        planning.send(intake);
        // Another event id with the next version: what a republish of the same state would look like.
        planning.send(new Event(UUID.randomUUID(), intake.source(), intake.type(), intake.topic(), intake.key(),
                intake.subject(), intake.time(), intake.payload(), null, 2, 1, 2, true));
        planning.await("all three events", () -> database.strings(
                "select last_version::text from inbox_aggregate where topic = 'intake.intake.v1' and key = ?",
                intake.key())
                .equals(List.of("2")));
        assertEquals(1, planning.cases().size());
        assertEquals(1, database.strings("select 1 from outbox where type = 'org.alongside.planning.case.opened.v1'"
                + " and convert_from(payload, 'UTF8') like ?", "%" + intake.key() + "%").size());
    }

    @Test
    void openingIsToldWithTheWholeCodedState() {
        UUID opened = planning.caseOpened();
        String told = database
                .strings("select convert_from(payload, 'UTF8') from outbox where topic = 'planning.case.v1'"
                        + " and key = ?", opened.toString())
                .get(0);
        assertTrue(told.contains("\"phase\":\"engaging\"") && told.contains("\"status\":\"open\""), told);
        assertTrue(told.contains("\"clientId\":\"" + planning.client + "\""), told);
        planning.await("Kafka to have it", () -> database.strings(
                "select 1 from outbox where key = ? and published_at is not null", opened.toString()).size() == 1);
    }

    @Test
    void theListShowsTheOwnAgencysCasesPageByPage() {
        planning.caseOpened();
        planning.intakeOpened("worker-2");
        planning.intakeOpened("worker-3");
        planning.await("three cases", () -> planning.cases().size() == 3);
        String next = as(CASE_WORKER).get("/v1/cases?limit=2&client={id}", planning.client).then().statusCode(200)
                .body("items", hasSize(2)).header("Link", containsString("rel=\"next\"")).extract().path("next");
        as(CASE_WORKER).queryParam("cursor", next).get("/v1/cases?client={id}", planning.client).then().statusCode(200)
                .body("items", hasSize(1)).body("next", nullValue());
        as(CASE_WORKER).queryParam("cursor", next).get("/v1/cases").then().statusCode(400)
                .body("violations.field", hasItem("query:cursor"));
        as(CASE_WORKER).get("/v1/cases?limit=200").then().statusCode(200)
                .body("items.homeAgency", everyItem(equalTo(Tokens.FAMILY_SERVICES.toString())));
        as(CASE_WORKER).get("/v1/cases?client=nobody").then().statusCode(400)
                .body("violations.field", hasItem("query:client"));
    }

    @Test
    void phasesFollowTheTable() {
        UUID opened = planning.caseOpened();
        command("cases", opened, "move-phase", 0, phase("acting")).statusCode(409)
                .body("type", equalTo("urn:alongside:problem:conflicting-state")).body("present", equalTo("engaging"))
                .body("asked", equalTo("acting")).body("allowed", containsInAnyOrder("assessing", "ending"));
        command("cases", opened, "move-phase", 0, phase("assessing")).statusCode(200).header("ETag", "\"1\"")
                .body("phase", equalTo("assessing"));
        command("cases", opened, "move-phase", 1, phase("engaging")).statusCode(200);
        command("cases", opened, "move-phase", 2, phase("somewhere")).statusCode(400)
                .body("type", equalTo("urn:alongside:problem:unknown-code"))
                .body("violations.field", hasItem("/phase"));
        command("cases", opened, "move-phase", 2, "{}").statusCode(400).body("violations.field", hasItem("/phase"));
        command("cases", opened, "move-phase", 2, "{\"phase\": \"assessing\", \"why\": 1}").statusCode(400)
                .body("type", equalTo("urn:alongside:problem:unknown-field")).body("violations.field", hasItem("/why"));
    }

    @Test
    void aCaseOnHoldIsNotWorkedOnUntilResumed() {
        UUID opened = planning.caseOpened();
        command("cases", opened, "hold", 0, "").statusCode(200).body("status", equalTo("on-hold"));
        command("cases", opened, "move-phase", 1, phase("assessing")).statusCode(409).body("present",
                equalTo("on-hold"));
        create("/v1/cases/{id}/goals", opened, """
                {"needId": "%s", "clientWords": "w", "levels": ["a", "b", "c", "d", "e"], "weight": 1}"""
                .formatted(UUID.randomUUID())).statusCode(409);
        command("cases", opened, "resume", 1, "").statusCode(200).body("status", equalTo("open"));
        command("cases", opened, "resume", 2, "").statusCode(409);
    }

    @Test
    void aChangeNeedsThePresentVersion() {
        UUID opened = planning.caseOpened();
        as(CASE_WORKER).body(phase("assessing")).post("/v1/cases/{id}/move-phase", opened).then().statusCode(428)
                .body("type", equalTo("urn:alongside:problem:precondition-required"));
        command("cases", opened, "move-phase", 5, phase("assessing")).statusCode(412)
                .body("type", equalTo("urn:alongside:problem:precondition-failed"));
        read("/v1/cases/{id}", opened).header("ETag", "\"0\"").body("phase", equalTo("engaging"));
    }

    @Test
    void anotherAgencysCaseLooksLikeNoCaseAtAll() {
        UUID opened = planning.caseOpened();
        String stranger = Tokens.token(Tokens.HOUSING, Role.CASE_WORKER);
        for (String path : List.of("/v1/cases/{id}", "/v1/cases/{id}/plan", "/v1/cases/{id}/agreements")) {
            String hidden = as(stranger).get(path, opened).then().statusCode(404).extract().asString();
            String absent = as(stranger).get(path, UUID.randomUUID()).then().statusCode(404).extract().asString();
            assertEquals(absent, hidden);
        }
        as(stranger).header("If-Match", "\"0\"").body(phase("assessing")).post("/v1/cases/{id}/move-phase", opened)
                .then()
                .statusCode(404);
        as(stranger).get("/v1/cases?client={id}", planning.client).then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void rolesBoundWhatACallerMayDo() {
        UUID opened = planning.caseOpened();
        for (Role reader : List.of(Role.SUPERVISOR, Role.INTAKE_WORKER)) {
            String token = Tokens.token(Tokens.FAMILY_SERVICES, reader);
            as(token).get("/v1/cases/{id}/plan", opened).then().statusCode(200);
            as(token).header("If-Match", "\"0\"").body(phase("assessing")).post("/v1/cases/{id}/move-phase", opened)
                    .then()
                    .statusCode(403).body("type", equalTo("urn:alongside:problem:not-permitted"));
        }
        as(Tokens.token(Tokens.OVERSIGHT, Role.AUDITOR)).get("/v1/cases/{id}", opened).then().statusCode(403);
        as("no.such.token").get("/v1/cases/{id}", opened).then().statusCode(401);
    }

    @Test
    void rowLevelSecurityHidesCasesByItself() throws Exception {
        UUID opened = planning.caseOpened();
        String count = "select count(*) from client_case where id = ?";
        assertEquals(1, database.countAs("planning_app", Tokens.FAMILY_SERVICES, count, opened));
        assertEquals(0, database.countAs("planning_app", Tokens.HOUSING, count, opened));
        assertEquals(0, database.countAs("planning_app", null, count, opened));
        assertEquals(0, database.countAs("planning_system", null, count, opened));
    }

    private static String phase(String phase) {
        return "{\"phase\": \"" + phase + "\"}";
    }
}
