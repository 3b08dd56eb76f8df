package org.alongside.planning.agreement;

import static org.alongside.planning.Planning.CASE_WORKER;
import static org.alongside.planning.Planning.as;
import static org.alongside.planning.Planning.command;
import static org.alongside.planning.Planning.create;
import static org.alongside.planning.Planning.read;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Tokens;
import org.alongside.planning.Planning;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** The relationship is finite: how an agreement changes, runs out, is extended, and when somebody asks whether that helps. */
@QuarkusTest
class AgreementOverTimeTest {

    private static final String SUPERVISOR = Tokens.token(Tokens.FAMILY_SERVICES, Role.SUPERVISOR);

    private final Planning planning = new Planning();
    private UUID caseId;

    @BeforeEach
    void aCase() {
        caseId = planning.caseOpened();
    }

    @Test
    void afterThePlannedEndTheCaseIsOverTimeUntilANewVersion() {
        read("/v1/cases/{id}", caseId).body("overTime", equalTo(false)).body("agreedUntil", nullValue());
        UUID past = planning.agreed(caseId, "2026-01-01", "2026-06-30");
        read("/v1/cases/{id}", caseId).body("overTime", equalTo(true)).body("agreedUntil", equalTo("2026-06-30"));
        command("agreements", past, "end", 3, "").statusCode(200);
        read("/v1/cases/{id}", caseId).body("overTime", equalTo(true));
        planning.agreed(caseId, "2026-01-01", "2099-02-28");
        read("/v1/cases/{id}", caseId).body("overTime", equalTo(false)).body("extensions", equalTo(1));
    }

    @Test
    void theThirdExtensionHasASupervisorLookAndAShorterTimeIsNone() {
        planning.agreed(caseId, "2026-01-01", "2026-06-30");
        planning.agreed(caseId, "2026-01-01", "2026-07-31");
        planning.agreed(caseId, "2026-01-01", "2026-07-31");
        planning.agreed(caseId, "2026-01-01", "2026-07-15");
        planning.agreed(caseId, "2026-01-01", "2026-08-31");
        read("/v1/cases/{id}", caseId).body("extensions", equalTo(2));
        read("/v1/cases/{id}/dependency-reviews", caseId).statusCode(200).body("items", hasSize(0));
        UUID third = planning.agreed(caseId, "2026-01-01", "2026-09-30");
        UUID review = UUID.fromString(read("/v1/cases/{id}/dependency-reviews", caseId)
                .body("items.extensions", contains(3)).body("items.agreementId", contains(third.toString())).extract()
                .path("items[0].dependencyReviewId"));
        planning.agreed(caseId, "2026-01-01", "2026-10-31");
        read("/v1/cases/{id}/dependency-reviews", caseId).body("items", hasSize(1));
        String found = "{\"outcome\": \"step-down\", \"words\": \"Meet every other week\"}";
        command("dependency-reviews", review, "hold", 0, found).statusCode(403);
        as(SUPERVISOR).header("If-Match", "\"0\"").body("{\"outcome\": \"step-down\"}")
                .post("/v1/dependency-reviews/{id}/hold", review).then().statusCode(400);
        as(SUPERVISOR).header("If-Match", "\"0\"").body(found).post("/v1/dependency-reviews/{id}/hold", review).then()
                .statusCode(200).body("status", equalTo("held")).body("words", equalTo("Meet every other week"))
                .body("heldBy", notNullValue());
        planning.agreed(caseId, "2026-01-01", "2026-11-30");
        read("/v1/cases/{id}/dependency-reviews", caseId).body("items.status", contains("held", "raised"))
                .body("items.extensions", contains(3, 5));
    }

    @Test
    void thePrimaryWorkerDoesNotLookAtTheOwnCase() {
        UUID own = UUID.randomUUID();
        Planning another = new Planning();
        UUID ownCase = another.caseOpened(own.toString());
        for (String until : new String[]{"2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30"}) {
            another.agreed(ownCase, "2026-01-01", until);
        }
        UUID review = UUID.fromString(read("/v1/cases/{id}/dependency-reviews", ownCase).extract()
                .path("items[0].dependencyReviewId"));
        as(Tokens.of(Tokens.FAMILY_SERVICES, Role.SUPERVISOR).subject(own).sign()).header("If-Match", "*")
                .body("{\"outcome\": \"continue\", \"words\": \"w\"}")
                .post("/v1/dependency-reviews/{id}/hold", review).then().statusCode(403);
    }

    @Test
    void whatAVersionChangesIsShownFieldByField() {
        UUID first = planning.drafted(caseId, "2026-01-01", "2026-06-30", "2026-03-01");
        command("agreements", first, "propose", 0, "").statusCode(200);
        UUID second = UUID.fromString(command("agreements", first, "counter-propose", 1,
                Planning.agreement("2026-01-01", "2026-05-31", "2026-03-01", "2026-04-01")
                        .replace("\"goals\": \"g\", ", "").replace("\"m\"", "\"On Mondays\""))
                .statusCode(201).extract().path("agreementId"));
        read("/v1/agreements/{id}/differences", second).statusCode(200).body("from", equalTo(first.toString()))
                .body("changes.field", contains("goals", "meetingRhythm", "reviewOn", "plannedEndOn"))
                .body("changes[0].before", equalTo("g")).body("changes[0].after", nullValue())
                .body("changes[1].before", equalTo("m")).body("changes[1].after", equalTo("On Mondays"))
                .body("changes[2].after", contains("2026-03-01", "2026-04-01"))
                .body("changes[3].after", equalTo("2026-05-31"));
        as(CASE_WORKER).queryParam("from", second).get("/v1/agreements/{id}/differences", second).then()
                .statusCode(200).body("changes", hasSize(0));
        read("/v1/agreements/{id}/differences", first).statusCode(404);
        Planning another = new Planning();
        UUID other = another.drafted(another.caseOpened(), "2026-01-01", "2026-06-30");
        as(CASE_WORKER).queryParam("from", other).get("/v1/agreements/{id}/differences", second).then()
                .statusCode(404);
    }

    @Test
    void itIsPrintedInPlainWordsAndNothingInItIsMarkup() {
        UUID agreement = UUID.fromString(create("/v1/cases/{id}/agreements", caseId,
                Planning.agreement("2026-01-01", "2026-06-30", "2026-03-01").replace("\"m\"",
                        "\"<script>alert(1)</script>\""))
                .statusCode(201).extract().path("agreementId"));
        page(agreement, "es-MX").header("Content-Language", "es").body(allOf(containsString("Lo que acordamos"),
                containsString("1 de enero de 2026"), containsString("Versión 1, en preparación")));
        page(agreement, "ps").header("Content-Language", "en").header("Cache-Control", "no-store")
                .header("Content-Security-Policy", startsWith("default-src 'none'"))
                .body(allOf(containsString("What we agree on"), containsString("From 1 January 2026 to 30 June 2026."),
                        containsString("&lt;script&gt;"), not(containsString("<script"))));
        command("agreements", agreement, "propose", 0, "").statusCode(200);
        command("agreements", agreement, "agree", 1, "{\"party\": \"client\", \"manner\": \"verbal\"}")
                .statusCode(200);
        page(agreement, "en").body(containsString("by word of mouth"));
        as(CASE_WORKER).get("/v1/agreements/{id}/page?language=not_a_tag", agreement).then().statusCode(400);
        as(Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER)).get("/v1/agreements/{id}/page", agreement).then()
                .statusCode(404);
    }

    private static ValidatableResponse page(UUID agreement, String language) {
        return as(CASE_WORKER).accept("text/html").queryParam("language", language)
                .get("/v1/agreements/{id}/page", agreement).then().statusCode(200);
    }
}
