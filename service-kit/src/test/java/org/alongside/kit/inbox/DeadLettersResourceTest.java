package org.alongside.kit.inbox;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.ThingHandler;
import org.alongside.kit.testing.Things;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@TestProfile(EventFlowTest.Running.class)
class DeadLettersResourceTest {

    private static final String PATH = "/v1/system/events/dead-letters";

    @Inject
    Things things;
    @Inject
    ThingHandler handler;

    @Test
    void showsWhatWaitsAndAppliesItAgain() throws Exception {
        String key = UUID.randomUUID().toString();
        handler.breakOn(8800);
        things.change(key, 8800, 2);
        Things.await("two dead letters", () -> things
                .texts("select id::text from dead_letter where state = 'waiting' and key = '" + key + "'").size() == 2);

        admin().queryParam("limit", 200).get(PATH).then().statusCode(200)
                .body("items.findAll { it.key == '" + key + "' }.reason", hasItems("handler", "behind"))
                .body("items.find { it.key == '" + key + "' }.detail", equalTo("java.lang.IllegalStateException"));
        admin().queryParam("limit", 1).get(PATH).then().statusCode(200).body("items.size()", equalTo(1))
                .body("next", notNullValue());

        handler.repair(8800);
        admin().body("{\"topic\":\"" + Things.TOPIC + "\",\"key\":\"" + key + "\"}").post(PATH + "/replay").then()
                .statusCode(200).body("settled", equalTo(2)).body("blocked", equalTo(0));

        Things.await("both applied", () -> things.applied(key).equals(List.of(8800L, 2L)));
    }

    @Test
    void discardsWhatNobodyCanApply() throws Exception {
        String key = UUID.randomUUID().toString();
        handler.breakOn(8801);
        things.change(key, 8801);
        String waiting = "select id::text from dead_letter where state = 'waiting' and key = '" + key + "'";
        Things.await("a dead letter", () -> things.texts(waiting).size() == 1);
        String id = things.texts(waiting).get(0);

        admin().post(PATH + "/{id}/discard", id).then().statusCode(204);

        assertEquals(List.of("discarded"), things.texts("select state from dead_letter where key = '" + key
                + "' and settled_at is not null"));
        admin().post(PATH + "/{id}/discard", id).then().statusCode(404);
        admin().post(PATH + "/{id}/discard", UUID.randomUUID()).then().statusCode(404);
    }

    private static RequestSpecification admin() {
        return given().auth().oauth2(Tokens.token(Tokens.FAMILY_SERVICES, Role.SYSTEM_ADMIN))
                .contentType(ContentType.JSON);
    }
}
