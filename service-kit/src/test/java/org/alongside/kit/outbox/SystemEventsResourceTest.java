package org.alongside.kit.outbox;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.ThingRepublisher;
import org.alongside.kit.testing.Things;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
class SystemEventsResourceTest {

    private static final String PATH = "/v1/system/events";

    @Inject
    Things things;
    @Inject
    OutboxDrain drain;

    @Test
    void replaysARangeAndSaysHowFarEachTopicIs() throws Exception {
        things.change(UUID.randomUUID().toString(), 1, 2, 3);
        drainAll();
        long last = things.numbers("select last_sequence from outbox_topic where topic = '" + Things.TOPIC + "'")
                .get(0);

        admin().body(
                "{\"topic\":\"" + Things.TOPIC + "\",\"fromSequence\":" + (last - 1) + ",\"toSequence\":" + last + "}")
                .post(PATH + "/replay").then().statusCode(200).body("events", equalTo(2));

        admin().get(PATH).then().statusCode(200).body("find { it.topic == '" + Things.TOPIC + "' }.pending", equalTo(2))
                .body("find { it.topic == '" + Things.TOPIC + "' }.lastSequence", equalTo((int) last))
                .body("find { it.topic == '" + Things.TOPIC + "' }.epoch", equalTo(1));
        drainAll();
    }

    @Test
    void republishesTheStateAsSnapshots() throws Exception {
        admin().body("{\"topic\":\"" + ThingRepublisher.TOPIC + "\"}").post(PATH + "/republish").then().statusCode(204);

        assertEquals(List.of("true"), things.texts("select distinct snapshot::text from outbox where key = '"
                + ThingRepublisher.KEY + "'"));
        drainAll();
    }

    @Test
    void knowsNoStateOfAForeignTopic() {
        admin().body("{\"topic\":\"other.thing.v1\"}").post(PATH + "/republish").then().statusCode(404);
    }

    @Test
    void namesTheFieldThatIsWrong() {
        admin().body("{\"topic\":\"" + Things.TOPIC + "\",\"fromSequence\":0,\"toSequence\":1}").post(PATH + "/replay")
                .then()
                .statusCode(400).body("violations.field", hasItem("/fromSequence"));
        admin().post(PATH + "/replay").then().statusCode(400);
    }

    @Test
    void isForSystemAdministratorsOnly() {
        String worker = Tokens.token(Tokens.FAMILY_SERVICES, Role.CASE_WORKER);
        for (String path : List.of(PATH, PATH + "/dead-letters")) {
            given().auth().oauth2(worker).get(path).then().statusCode(403);
            given().get(path).then().statusCode(401);
        }
        for (String path : List.of(PATH + "/replay", PATH + "/republish", PATH + "/dead-letters/replay",
                PATH + "/dead-letters/replay-all", PATH + "/dead-letters/" + UUID.randomUUID() + "/discard")) {
            given().auth().oauth2(worker).contentType(ContentType.JSON).body("{}").post(path).then().statusCode(403);
            given().contentType(ContentType.JSON).body("{}").post(path).then().statusCode(401);
        }
    }

    private static RequestSpecification admin() {
        return given().auth().oauth2(Tokens.token(Tokens.FAMILY_SERVICES, Role.SYSTEM_ADMIN))
                .contentType(ContentType.JSON);
    }

    private void drainAll() throws Exception {
        while (drain.pass() != OutboxDrain.Pass.DRAINED) {
            Thread.sleep(5);
        }
    }
}
