package org.alongside.intake.conversation;

import static org.alongside.intake.client.Clients.INTAKE_WORKER;
import static org.alongside.intake.client.Clients.as;
import static org.alongside.intake.client.Clients.newMark;
import static org.alongside.intake.client.Clients.registered;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** The talks that help begins with. */
@QuarkusTest
class ConversationTest {

    private final Database database = new Database("intake");
    private final String mark = newMark();
    private UUID client;

    @BeforeEach
    void aClient() {
        client = registered(mark);
    }

    @Test
    void aTalkIsKeptWithWhenByWhomInWhichLanguageAndWhetherItWasUnderstood() {
        Instant at = Instant.now().minus(Duration.ofDays(1));
        String talk = kept(
                """
                {"kind": "limits-of-confidentiality", "heldAt": "%s", "language": "es", "interpreter": true,
                 "understood": "partly", "clientWords": "So you may have to tell %s", "explained": "When someone is in danger"}"""
                        .formatted(at, mark))
                .statusCode(201).extract().path("conversationId");
        as(Tokens.token(Tokens.FAMILY_SERVICES, Role.SUPERVISOR)).get("/v1/conversations/{id}", talk).then()
                .statusCode(200).body("status", equalTo("recorded")).body("kind", equalTo("limits-of-confidentiality"))
                .body("heldBy", notNullValue()).body("language", equalTo("es")).body("interpreter", equalTo(true))
                .body("understood", equalTo("partly")).body("clientWords", equalTo("So you may have to tell " + mark));
        assertEquals(List.of("0"), database.strings(
                "select position(convert_to(?, 'UTF8') in content)::text from conversation where client_id = ?", mark,
                client));
    }

    @Test
    void expectationsAreThoseOfBothSides() {
        String one = """
                {"kind": "expectations", "language": "en", "interpreter": false, "understood": "yes", "expectationsOfClient": "Be on time"}""";
        kept(one).statusCode(400);
        kept(one.replace("}", ", \"expectationsOfWorker\": \"Call when plans change\"}")).statusCode(201)
                .body("expectationsOfClient", equalTo("Be on time"))
                .body("expectationsOfWorker", equalTo("Call when plans change"));
        kept(one.replace("\"expectations\"", "\"role\"")).statusCode(400);
    }

    @Test
    void nothingIsTakenAwayWhatWasAMistakeIsMarked() {
        String talk = kept("{\"kind\": \"role\", \"language\": \"en\", \"interpreter\": false, \"understood\": \"no\"}")
                .statusCode(201)
                .extract()
                .path("conversationId");
        as(INTAKE_WORKER).post("/v1/conversations/{id}/enter-in-error", talk).then().statusCode(428);
        as(INTAKE_WORKER).header("If-Match", "\"0\"").post("/v1/conversations/{id}/enter-in-error", talk).then()
                .statusCode(200).body("status", equalTo("entered-in-error"));
        as(INTAKE_WORKER).get("/v1/clients/{id}/conversations", client).then().body("items", hasSize(1));
        as(INTAKE_WORKER).header("If-Match", "\"1\"").post("/v1/conversations/{id}/enter-in-error", talk).then()
                .statusCode(409);
    }

    @Test
    void badInputIsRefusedByField() {
        String talk = "{\"kind\": \"role\", \"language\": \"en\", \"interpreter\": false, \"understood\": \"yes\"%s}";
        kept(talk.formatted(", \"heldAt\": \"" + Instant.now().plusSeconds(3600) + "\"")).statusCode(400)
                .body("violations.field", hasItem("/heldAt"));
        kept(talk.formatted(", \"explained\": \"" + "x".repeat(2001) + "\"")).statusCode(400)
                .body("violations.field", hasItem("/explained"));
        kept(talk.formatted("").replace("\"en\"", "\"zz\"")).statusCode(400)
                .body("violations.field", hasItem("/language"));
        kept(talk.formatted("").replace("\"role\"", "\"gossip\"")).statusCode(400)
                .body("violations.field", hasItem("/kind"));
        kept(talk.formatted(", \"explained\": \"a\\u0000b\"")).statusCode(400);
        as(INTAKE_WORKER).get("/v1/clients/{id}/conversations", client).then().body("items", hasSize(0));
    }

    @Test
    void noOtherAgencyAndNoOtherRoleReadsIt() {
        String talk = kept(
                "{\"kind\": \"role\", \"language\": \"en\", \"interpreter\": false, \"understood\": \"yes\"}").extract()
                .path("conversationId");
        as(Tokens.token(Tokens.HOUSING, Role.INTAKE_WORKER)).get("/v1/conversations/{id}", talk).then().statusCode(404);
        as(Tokens.token(Tokens.HOUSING, Role.INTAKE_WORKER)).get("/v1/clients/{id}/conversations", client).then()
                .statusCode(404);
        as(Tokens.token(Tokens.FAMILY_SERVICES, Role.RECEIVING_WORKER)).get("/v1/conversations/{id}", talk).then()
                .statusCode(403);
    }

    private ValidatableResponse kept(String body) {
        return as(INTAKE_WORKER).body(body).post("/v1/clients/{id}/conversations", client).then();
    }
}
