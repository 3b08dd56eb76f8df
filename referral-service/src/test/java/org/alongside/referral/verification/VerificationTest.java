package org.alongside.referral.verification;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.alongside.referral.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class VerificationTest {

    private static final UUID STALE = Directory.EVICTION_DEFENCE;
    private static final UUID NEVER = Directory.TENANT_ADVICE_LINE;
    private static final String LIST = "/v1/directory/verifications";

    private final Database database = new Database("referral");
    private final String owner = Tokens.token(Tokens.LEGAL_AID, Role.AGENCY_ADMIN);

    private List<String> before;

    @BeforeEach
    void oneIsStaleAndOneWasNeverConfirmed() throws SQLException {
        before = database.strings("select id || '=' || coalesce(assured_date::text, '') from service");
        database.run("update service set assured_date = current_date - 1");
        database.run("update service set assured_date = current_date - 366 where id = ?", STALE);
        database.run("update service set assured_date = null where id = ?", NEVER);
    }

    @AfterEach
    void asItWas() throws SQLException {
        for (String row : before) {
            String[] parts = row.split("=", -1);
            database.run("update service set assured_date = nullif(?, '')::date where id = ?::uuid", parts[1],
                    parts[0]);
        }
        for (UUID service : List.of(STALE, NEVER, Directory.PANTRY)) {
            database.run("delete from metadata where resource_id = ?", service);
            database.run("delete from directory_override where row_id = ?", service);
            database.run("delete from directory_change where entry_id = ?", service);
        }
    }

    @Test
    void theOwnerSeesWhatToConfirmTheLongestUnconfirmedFirst() {
        given().auth().oauth2(owner).get(LIST).then().statusCode(200)
                .body("items.serviceId", equalTo(List.of(NEVER.toString(), STALE.toString())))
                .body("items.standing", equalTo(List.of("never", "stale")))
                .body("items[0].confirmedOn", nullValue());
        given().auth().oauth2(Tokens.token(Tokens.HOUSING, Role.AGENCY_ADMIN)).get(LIST).then().body("items",
                equalTo(List.of()));
        given().auth().oauth2(Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER)).get(LIST).then().statusCode(403);
    }

    @Test
    void theListIsReadPageByPage() {
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            var request = given().auth().oauth2(owner).queryParam("limit", 1);
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            JsonPath page = request.get(LIST).then().statusCode(200).extract().jsonPath();
            seen.addAll(page.getList("items.serviceId"));
            cursor = page.getString("next");
        } while (cursor != null);
        assertEquals(List.of(NEVER.toString(), STALE.toString()), seen);
    }

    @Test
    void theOwnerConfirmsAndTheHistorySaysSo() {
        String today = database.strings("select (now() at time zone 'UTC')::date").get(0);
        confirm(owner, STALE).statusCode(200).body("standing", equalTo("current")).body("confirmedOn",
                equalTo(today));
        confirm(owner, STALE).statusCode(200);
        given().get("/hsds/services/{id}", STALE).then().body("assured_date", equalTo(today))
                .body("metadata.field_name", equalTo(List.of("assured_date")));
        given().auth().oauth2(owner).get(LIST).then().body("items.serviceId", not(hasItem(STALE.toString())));
    }

    @Test
    void nobodyElseConfirms() {
        confirm(Tokens.token(Tokens.HOUSING, Role.AGENCY_ADMIN), STALE).statusCode(403);
        confirm(Tokens.token(Tokens.LEGAL_AID, Role.CASE_WORKER), STALE).statusCode(403);
        confirm(Tokens.token(Tokens.OVERSIGHT, Role.SYSTEM_ADMIN), STALE).statusCode(403);
        confirm(Tokens.token(Tokens.OVERSIGHT, Role.SYSTEM_ADMIN), Directory.PANTRY).statusCode(200);
        confirm(owner, UUID.randomUUID()).statusCode(404);
    }

    @Test
    void matchingTellsHowFarAnEntryCanBeReliedOnAndScoresItTheSame() throws SQLException {
        String words = "matches.find { it.serviceId == '" + STALE
                + "' }.factors.find { it.factor == 'verification' }.words";
        String score = "matches.find { it.serviceId == '" + STALE + "' }.score";
        ValidatableResponse stale = matches().body(words, containsString("check by telephone"));
        database.run("update service set assured_date = current_date where id = ?", STALE);
        ValidatableResponse current = matches().body(words, not(containsString("check by telephone")));
        assertEquals(stale.extract().<Integer>path(score), current.extract().<Integer>path(score));
        matches().body("matches.find { it.serviceId == '" + NEVER + "' }.factors.code", hasItem("never"));
    }

    private ValidatableResponse matches() {
        return given().auth().oauth2(Tokens.token(Tokens.FAMILY_SERVICES, Role.CASE_WORKER))
                .contentType("application/json")
                .body("{\"category\": \"legal-aid\", \"areaPostalCode\": \"00103\", \"limit\": 100}")
                .post("/v1/matches").then().statusCode(200);
    }

    private static ValidatableResponse confirm(String token, UUID service) {
        return given().auth().oauth2(token).post("/v1/services/{id}/verification", service).then();
    }
}
