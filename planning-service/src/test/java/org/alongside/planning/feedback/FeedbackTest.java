package org.alongside.planning.feedback;

import static org.alongside.planning.Planning.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
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
import io.restassured.response.ValidatableResponse;

/** What the client says of the relationship is seen by the workers only where the client wants that. */
@QuarkusTest
class FeedbackTest {

    private static final String WORKER = Tokens.token(Tokens.FAMILY_SERVICES, Role.CASE_WORKER);
    private static final String SUPERVISOR = Tokens.token(Tokens.FAMILY_SERVICES, Role.SUPERVISOR);
    private static final String GIVEN = """
            {"ratings": {"heard": 3, "goals": 0, "manner": 10, "whole": 5}, "words": "Less paper", "workerMaySee": %s}""";

    private final Database database = new Database("planning");
    private final Planning planning = new Planning();
    private final UUID keeper = UUID.randomUUID();
    private UUID caseId;

    @BeforeEach
    void aCase() {
        caseId = planning.caseOpened(keeper.toString());
    }

    @Test
    void workersSeeItWhereTheClientWantsThatAndSupervisorsAlways() {
        String open = given(WORKER, true);
        String closed = given(Tokens.token(Tokens.FAMILY_SERVICES, Role.INTAKE_WORKER), false);
        read(WORKER, open).statusCode(200).body("ratings.heard", equalTo(3)).body("ratings.goals", equalTo(0))
                .body("words", equalTo("Less paper")).body("givenOn", notNullValue());
        read(WORKER, closed).statusCode(404);
        read(SUPERVISOR, closed).statusCode(200).body("ratings.manner", equalTo(10));
        list(WORKER).body("items.feedbackId", contains(open));
        list(SUPERVISOR).body("items.feedbackId", contains(open, closed));
        read(Tokens.token(Tokens.LEGAL_AID, Role.SUPERVISOR), open).statusCode(404);
    }

    @Test
    void whoWorksInTheCaseDoesNotSeeWhatTheClientClosedToThemAsASupervisorEither() {
        String open = given(WORKER, true);
        String closed = given(Tokens.token(Tokens.FAMILY_SERVICES, Role.INTAKE_WORKER), false);
        String both = Tokens.of(Tokens.FAMILY_SERVICES, Role.CASE_WORKER, Role.SUPERVISOR)
                .subject(keeper).sign();
        read(both, closed).statusCode(404);
        read(both, open).statusCode(200);
        list(both).body("items.feedbackId", contains(open));
    }

    @Test
    void theFourItemsAreAnsweredAndNothingElse() {
        for (String wrong : List.of("\"heard\": 3", "\"heard\": 11", "\"heard\": -1", "\"heard\": null")) {
            String body = GIVEN.formatted(true).replace("\"heard\": 3, ",
                    wrong.equals("\"heard\": 3") ? "" : wrong + ", ");
            as(WORKER).body(body).post("/v1/cases/{id}/feedback", caseId).then().statusCode(400)
                    .body("violations.field", hasItem("/ratings/heard"));
        }
        as(WORKER).body(GIVEN.formatted(true).replace(", \"workerMaySee\": true", ""))
                .post("/v1/cases/{id}/feedback", caseId).then().statusCode(400)
                .body("violations.field", hasItem("/workerMaySee"));
        list(SUPERVISOR).body("items", empty());
    }

    @Test
    void theClientIsAskedInTheirLanguage() {
        as(WORKER).get("/v1/feedback-form?language=es-MX").then().statusCode(200).body("language", equalTo("es"))
                .body("heard", equalTo("Aquí me escuchan y me toman en serio."));
        as(WORKER).get("/v1/feedback-form?language=ps").then().statusCode(200).body("language", equalTo("en"))
                .body("size()", equalTo(8)).body("words", notNullValue());
        as(WORKER).get("/v1/feedback-form?language=1").then().statusCode(400);
    }

    @Test
    void ratingsAndWordsAreSealed() {
        given(WORKER, true);
        assertEquals(List.of("0"), database.strings("select count(*)::text from feedback f where client_id = ?"
                + " and (strpos(f::text, encode('paper', 'hex')) > 0 or strpos(f::text, encode('heard', 'hex')) > 0)",
                planning.client));
    }

    private String given(String token, boolean workerMaySee) {
        return as(token).body(GIVEN.formatted(workerMaySee)).post("/v1/cases/{id}/feedback", caseId).then()
                .statusCode(201).extract().path("feedbackId");
    }

    private ValidatableResponse list(String token) {
        return as(token).get("/v1/cases/{id}/feedback", caseId).then().statusCode(200);
    }

    private static ValidatableResponse read(String token, String feedback) {
        return as(token).get("/v1/feedback/{id}", feedback).then();
    }
}
