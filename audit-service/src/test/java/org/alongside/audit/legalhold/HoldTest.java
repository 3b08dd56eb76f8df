package org.alongside.audit.legalhold;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

import org.alongside.audit.Eventually;
import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Who places and releases legal holds, and who sees them. That a hold keeps a month is in {@code RetentionTest}. */
@QuarkusTest
class HoldTest {

    private static final String HOLDS = "/v1/legal-holds";

    private final Database database = new Database("audit");
    private final UUID agency = UUID.randomUUID();
    private final UUID client = UUID.randomUUID();
    private final String officer = Tokens.token(agency, Role.PRIVACY_OFFICER);
    private final String stranger = Tokens.token(UUID.randomUUID(), Role.PRIVACY_OFFICER);
    private final String auditor = Tokens.token(Tokens.OVERSIGHT, Role.AUDITOR);
    private final String ofClient = "{\"client\": \"%s\", \"reference\": \"3-C-17/26\"}".formatted(client);

    @Test
    void isPlacedReadAndReleasedOnce() {
        String hold = place(officer, ofClient).statusCode(201).header("ETag", "\"0\"").body("releasedAt", nullValue())
                .body("agency", equalTo(agency.toString())).extract().header("Location");
        read(stranger, hold).statusCode(404);
        String access = read(auditor, hold).statusCode(200).body("reference", equalTo("3-C-17/26")).extract()
                .header("Alongside-Access-Id");
        release(officer, hold, null).statusCode(428);
        release(officer, hold, "\"4\"").statusCode(412);
        release(stranger, hold, "\"0\"").statusCode(404);
        release(auditor, hold, "\"0\"").statusCode(403);
        release(officer, hold, "\"0\"").statusCode(200).header("ETag", "\"1\"").body("releasedBy", not(nullValue()));
        release(officer, hold, "\"1\"").statusCode(409);
        Eventually.until(() -> database.strings(
                "select client from log_entry where access_id = ?::uuid and operation = 'legal-hold.read'", access)
                .equals(List.of(client.toString())));
    }

    @Test
    void isPlacedOnceForAnIdempotencyKey() {
        String key = UUID.randomUUID().toString();
        String first = place(officer, ofClient, key).statusCode(201).extract().path("id");
        assertEquals(first, place(officer, ofClient, key).statusCode(201).extract().path("id"));
        assertEquals(List.of("1"), database.strings("select count(*) from legal_hold where client = ?", client));
    }

    @Test
    void isListedForItsAgencyAndForAuditors() {
        String id = place(officer, ofClient).statusCode(201).extract().path("id");
        list(officer).body("items.id", hasItem(id));
        list(auditor).body("items.id", hasItem(id));
        list(stranger).body("items.id", not(hasItem(id)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"reference\": \"1\"} | 400",
            "{\"client\": \"c\", \"reference\": \"1\"} | 400", "{\"actor\": \"a\"} | 400",
            "{\"actor\": \"a\", \"reference\": \"Jo Doe\"} | 400", "{\"actor\": \"\", \"reference\": \"1\"} | 400",
            "{\"actor\": \"a\", \"reference\": \"1\", \"from\": \"2026-02-01T00:00:00Z\", \"to\": \"2026-02-01T00:00:00Z\"} | 400",
            "{\"actor\": \"a\", \"reference\": \"1\", \"more\": 1} | 400", "null | 400",
            "{\"to\": \"2026-02-01T00:00:00Z\", \"reference\": \"1\"} | 403"})
    void whatIsNoHoldIsRefused(String body, int status) {
        place(officer, body).statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"from, 2026-02-01T00:00:00.0000001Z", "to, 2026-02-01T00:00:00.999999999Z",
            "from, 0000-12-31T23:59:59Z",
            "to, +10000-01-01T00:00:00Z", "from, +999999999-12-31T23:59:59.999999999Z",
            "to, -999999999-01-01T00:00:00Z", "from, 1e3", "to, 2026-02-30T00:00:00Z"})
    void aTimeThatCannotBeKeptAsItIsIsRefused(String field, String time) {
        place(officer, "{\"actor\": \"a\", \"reference\": \"1\", \"%s\": \"%s\"}".formatted(field, time))
                .statusCode(400)
                .body("violations[0].field", equalTo("/" + field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01T00:00:00Z", "2026-02-01T00:00:00.123456Z", "9999-12-31T23:59:59.999999Z"})
    void aTimeIsKeptAsItIs(String time) {
        String body = "{\"actor\": \"a\", \"reference\": \"1\", \"from\": \"%s\"}".formatted(time);
        String hold = place(officer, body).statusCode(201).extract().header("Location");
        read(officer, hold).body("from", equalTo(time));
    }

    /** Not even by who gets past the code of the service. */
    @Test
    void aPrivacyOfficerHoldsAccessesOfTheOwnAgencyOnly() throws SQLException {
        place(officer, ofClient).statusCode(201).body("everyAgency", equalTo(false));
        place(auditor, ofClient).statusCode(201).body("everyAgency", equalTo(true));
        assertEquals("42501", insertAs(agency, "true", ""));
        assertEquals("42501", insertAs(UUID.randomUUID(), "false", ""));
        assertEquals("42501", insertAs(UUID.randomUUID(), "true", "on"));
        assertEquals("", insertAs(agency, "false", ""));
        assertEquals("", insertAs(agency, "true", "on"));
    }

    /** State of the refusal of a hold of that agency, placed by a caller who acts for the agency of this test; empty when it is taken. */
    private String insertAs(UUID ofAgency, String everyAgency, String oversight) throws SQLException {
        try (Connection connection = database.superuser(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local role audit_app");
            statement.execute(
                    ("select set_config('alongside.agency', '%s', true), set_config('alongside.access', 'x', true),"
                            + " set_config('alongside.oversight', '%s', true)").formatted(agency, oversight));
            statement.execute(
                    "insert into legal_hold (id, agency, every_agency, actor, reference, placed_by, placed_at, version)"
                            + " values (gen_random_uuid(), '%s', %s, 'a', '1', 'x', now(), 0)".formatted(ofAgency,
                                    everyAgency));
            return "";
        } catch (SQLException refused) {
            return refused.getSQLState();
        }
    }

    @Test
    void onlyAnAuditorHoldsTheAccessesOfEverybody() {
        place(auditor, "{\"to\": \"1999-02-01T00:00:00Z\", \"reference\": \"1\"}").statusCode(201);
        place(Tokens.token(agency, Role.SUPERVISOR), ofClient).statusCode(403);
        given().contentType("application/json").body(ofClient).post(HOLDS).then().statusCode(401);
    }

    private static ValidatableResponse place(String token, String body) {
        return place(token, body, UUID.randomUUID().toString());
    }

    private static ValidatableResponse place(String token, String body, String key) {
        return given().auth().oauth2(token).contentType("application/json").header("Idempotency-Key", key).body(body)
                .post(HOLDS).then();
    }

    private static ValidatableResponse read(String token, String hold) {
        return given().auth().oauth2(token).get(hold).then();
    }

    private static ValidatableResponse list(String token) {
        return given().auth().oauth2(token).get(HOLDS + "?limit=100").then().statusCode(200);
    }

    private static ValidatableResponse release(String token, String hold, String ifMatch) {
        var request = given().auth().oauth2(token);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).post(hold + "/release").then();
    }
}
