package org.alongside.intake.handle;

import static org.alongside.intake.client.Clients.as;
import static org.alongside.intake.client.Clients.newMark;
import static org.alongside.intake.client.Clients.register;
import static org.alongside.intake.client.Clients.registered;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Who may learn the name behind a handle of the access log. */
@QuarkusTest
class HandleTest {

    private final Database database = new Database("intake");
    private final String mark = newMark();
    private final String officer = Tokens.token(Tokens.FAMILY_SERVICES, Role.PRIVACY_OFFICER);

    @Test
    void thePrivacyOfficerOfTheHomeAgencyLearnsTheNameToUseAndNothingElse() {
        UUID client = registered(mark);
        resolve(officer, client).statusCode(200).body("client", equalTo(client.toString()))
                .body("name", equalTo("Used-" + mark)).body(not(containsString("Family-" + mark)))
                .body("size()", equalTo(2));
    }

    @Test
    void aClientWithoutANameToUseHasTheLegalOne() {
        UUID client = UUID
                .fromString(register("{\"identity\": {\"familyName\": \"F-%1$s\", \"givenNames\": \"G-%1$s\"}}"
                        .formatted(mark)).statusCode(201).extract().path("clientId"));
        resolve(officer, client).statusCode(200).body("name", equalTo("G-" + mark + " F-" + mark));
    }

    @Test
    void resolvingIsAnAccess() {
        UUID client = registered(mark);
        List<String> events = events(resolve(officer, client).statusCode(200));
        assertEquals(1, events.size());
        assertTrue(events.get(0).contains("\"op\":\"handle.resolve\"")
                && events.get(0).contains("\"client\":\"" + client) && events.get(0).contains("\"purpose\":\"HCOMPL\"")
                && events.get(0).contains("\"roles\":[\"privacy-officer\"]"), events.get(0));
        assertTrue(!events.get(0).contains(mark), events.get(0));
    }

    @Test
    void anotherAgencysClientLooksAbsentAndTheAttemptNamesIt() {
        UUID client = registered(mark);
        String stranger = Tokens.token(Tokens.LEGAL_AID, Role.PRIVACY_OFFICER);
        ValidatableResponse hidden = resolve(stranger, client).statusCode(404);
        assertEquals(resolve(stranger, UUID.randomUUID()).statusCode(404).extract().asString(),
                hidden.extract().asString());
        assertTrue(events(hidden).get(0).contains("\"client\":\"" + client), events(hidden).toString());
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "PRIVACY_OFFICER")
    void noOtherRoleResolves(Role role) {
        resolve(Tokens.token(Tokens.FAMILY_SERVICES, role), registered(mark)).statusCode(403);
    }

    private List<String> events(ValidatableResponse response) {
        return database.strings(
                "select convert_from(payload, 'UTF8') from outbox where topic = 'audit.access.v1'"
                        + " and convert_from(payload, 'UTF8') like ?",
                "%" + response.extract().header("Alongside-Access-Id") + "%");
    }

    private static ValidatableResponse resolve(String token, UUID client) {
        return as(token).body("{\"client\": \"" + client + "\"}").post("/v1/handles/resolve").then();
    }
}
