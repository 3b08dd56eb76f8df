package org.alongside.intake.grant;

import static org.alongside.intake.client.Clients.INTAKE_WORKER;
import static org.alongside.intake.client.Clients.as;
import static org.alongside.intake.client.Clients.newMark;
import static org.alongside.intake.client.Clients.registered;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.alongside.intake.client.Clients;
import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Who could see a client on a day. Clocks in New York were put forward on 8 March 2026, which lasted 23 hours. */
@QuarkusTest
class GrantsOnADayTest {

    private static final String SHORT_DAY = "2026-03-08";
    private static final String NEW_YORK = "America/New_York";

    private final Database database = new Database("intake");
    private UUID client;

    @BeforeEach
    void aClientOfFamilyServices() {
        client = registered(newMark());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
            "lasting through the day,              2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z, 2026-12-31T00:00:00Z, , true",
            "ended with the day before,            2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z, 2026-03-08T05:00:00Z, , false",
            "ended just after the day began,       2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z, 2026-03-08T05:00:00.000001Z, , true",
            "revoked with the day before,          2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z, 2026-12-31T00:00:00Z, 2026-03-08T05:00:00Z, false",
            "revoked just after the day began,     2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z, 2026-12-31T00:00:00Z, 2026-03-08T05:00:00.000001Z, true",
            "revoked after it had ended by itself, 2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z, 2026-03-08T05:00:00Z, 2026-03-09T00:00:00Z, false",
            "beginning with the day after,         2026-01-01T00:00:00Z, 2026-03-09T04:00:00Z, 2026-12-31T00:00:00Z, , false",
            "beginning just before the day ended,  2026-01-01T00:00:00Z, 2026-03-09T03:59:59.999999Z, 2026-12-31T00:00:00Z, , true",
            "back-dated and made the day after,    2026-03-09T04:00:00Z, 2026-01-01T00:00:00Z, 2026-12-31T00:00:00Z, , false",
            "back-dated and made within the day,   2026-03-09T03:59:59.999999Z, 2026-01-01T00:00:00Z, 2026-12-31T00:00:00Z, , true",
            "revoked before it would have begun,   2026-01-01T00:00:00Z, 2026-03-08T12:00:00Z, 2026-12-31T00:00:00Z, 2026-03-08T11:00:00Z, false",
            "made and revoked within the day,      2026-03-08T12:00:00Z, 2026-03-08T12:00:00Z, 2026-12-31T00:00:00Z, 2026-03-08T12:00:01Z, true"})
    void aGrantCountsForTheDaysOnWhichItWasInForce(String grant, Instant issued, Instant from, Instant until,
            Instant revoked, boolean counts) throws Exception {
        given(Tokens.LEGAL_AID);
        lasting(Tokens.LEGAL_AID, issued, from, until, revoked);
        on(SHORT_DAY, NEW_YORK).body("items.grantee", counts
                ? equalTo(List.of(Tokens.LEGAL_AID.toString()))
                : equalTo(List.of()));
    }

    @Test
    void aConsentSaidToHoldForYesterdayOpenedNothingYesterday() {
        given(Tokens.LEGAL_AID, Instant.now().minus(Duration.ofDays(3)));
        Instant issued = Instant.parse(as(INTAKE_WORKER).get("/v1/clients/{id}/grants", client).then()
                .body("items", hasSize(1)).extract().path("items[0].issuedAt"));
        LocalDate today = LocalDate.ofInstant(issued, ZoneOffset.UTC);
        on(today.minusDays(1).toString(), "UTC").body("items", hasSize(0));
        on(today.toString(), "UTC").body("items", hasSize(1));
    }

    /** Family services is configured to be where the day begins first, 14 hours ahead of UTC; housing is not configured. */
    @Test
    void theDayIsThatOfTheAgencyUnlessTheCallerNamesAnother() throws Exception {
        given(Tokens.LEGAL_AID);
        Instant from = Instant.parse("2026-03-07T11:00:00Z");
        lasting(Tokens.LEGAL_AID, from, from, from.plusSeconds(60), null);
        on("2026-03-08", null).body("items", hasSize(1));
        on("2026-03-07", null).body("items", hasSize(0));
        on("2026-03-07", "UTC").body("items", hasSize(1));
        on("2026-03-08", "UTC").body("items", hasSize(0));
    }

    @Test
    void anAgencyWithoutAZoneOfItsOwnHasTheDaysOfUtc() throws Exception {
        String housing = Tokens.token(Tokens.HOUSING, Role.INTAKE_WORKER);
        client = UUID.fromString(as(housing).body(Clients.details(newMark())).post("/v1/clients").then()
                .statusCode(201).extract().path("clientId"));
        given(housing, Tokens.LEGAL_AID, null);
        Instant from = Instant.parse("2026-03-07T23:59:00Z");
        lasting(Tokens.LEGAL_AID, from, from, from.plusSeconds(60), null);
        as(housing).queryParam("on", "2026-03-07").get("/v1/clients/{id}/grants", client).then().statusCode(200)
                .body("items", hasSize(1));
        as(housing).queryParam("on", "2026-03-08").get("/v1/clients/{id}/grants", client).then().statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void aDayHasPagesOfItsOwn() throws Exception {
        Instant from = Instant.parse("2026-03-07T12:00:00Z");
        for (UUID grantee : List.of(Tokens.LEGAL_AID, Tokens.HOUSING, Tokens.OVERSIGHT)) {
            given(grantee);
        }
        lasting(Tokens.LEGAL_AID, from, from, from.plusSeconds(60), null);
        lasting(Tokens.OVERSIGHT, from, from, from.plusSeconds(60), null);
        String next = page(Map.of("on", SHORT_DAY, "limit", "1")).body("items.grantee",
                equalTo(List.of(Tokens.LEGAL_AID.toString()))).extract().path("next");
        page(Map.of("on", SHORT_DAY, "limit", "1", "cursor", next)).body("items.grantee",
                equalTo(List.of(Tokens.OVERSIGHT.toString()))).body("next", nullValue());
        refused(Map.of("on", "2026-03-09", "cursor", next), "query:cursor");
        refused(Map.of("on", SHORT_DAY, "zone", "UTC", "cursor", next), "query:cursor");
    }

    @ParameterizedTest
    @CsvSource({"2026-02-30, , query:on", "yesterday, , query:on", "08/03/2026, , query:on",
            "2026-03-08T00:00:00Z, , query:on", "0000-01-01, , query:on", "2026-03-08, Mars/Olympus, query:zone",
            "2026-03-08, america/new_york, query:zone", "2026-03-08, +02:00, query:zone", ", UTC, query:zone"})
    void aDayOrZoneThatThereIsNotIsNamed(String on, String zone, String field) {
        Map<String, String> asked = new HashMap<>();
        asked.put("on", on);
        asked.put("zone", zone);
        asked.values().removeIf(Objects::isNull);
        refused(asked, field);
    }

    @Test
    void theLastDayThatCanBeStoredCanBeAskedFor() {
        given(Tokens.LEGAL_AID);
        on("9999-12-31", null).body("items", hasSize(0));
        on("0001-01-01", null).body("items", hasSize(0));
    }

    @Test
    void theDaysOfAnotherAgencysClientLookLikeThoseOfNoClient() {
        String other = Tokens.token(Tokens.HOUSING, Role.INTAKE_WORKER);
        for (UUID hidden : List.of(client, UUID.randomUUID())) {
            as(other).queryParam("on", SHORT_DAY).get("/v1/clients/{id}/grants", hidden).then().statusCode(404);
        }
    }

    @Test
    void askingForADayOnWhichNobodyCouldIsAnAccessToo() {
        String access = on(SHORT_DAY, null).body("items", hasSize(0)).extract().header("Alongside-Access-Id");
        assertEquals(List.of(client.toString()), database.strings("""
                select convert_from(payload, 'UTF8')::json ->> 'client' from outbox
                 where topic = 'audit.access.v1' and convert_from(payload, 'UTF8') like ?""", "%" + access + "%"));
    }

    private ValidatableResponse on(String day, String zone) {
        return page(zone == null ? Map.of("on", day) : Map.of("on", day, "zone", zone));
    }

    private ValidatableResponse page(Map<String, String> asked) {
        return as(INTAKE_WORKER).queryParams(asked).get("/v1/clients/{id}/grants", client).then().statusCode(200);
    }

    private void refused(Map<String, String> asked, String field) {
        as(INTAKE_WORKER).queryParams(asked).get("/v1/clients/{id}/grants", client).then().statusCode(400)
                .body("violations.field", equalTo(List.of(field)));
    }

    private void given(UUID grantee) {
        given(grantee, null);
    }

    private void given(UUID grantee, Instant from) {
        given(INTAKE_WORKER, grantee, from);
    }

    private void given(String worker, UUID grantee, Instant from) {
        String consent = as(worker).body("""
                {"recipients": ["%s"], "parts": ["identity"], "categories": ["legal-aid"], "purposes": ["COC"],%s
                 "validUntil": "%s"}""".formatted(grantee, from == null ? "" : "\"validFrom\": \"" + from + "\",",
                Instant.now().plus(Duration.ofDays(90)))).post("/v1/clients/{id}/consents", client).then()
                .statusCode(201).extract().path("consentId");
        as(worker).header("If-Match", "\"0\"").body("""
                {"givenBy": "client", "manner": "written", "language": "en", "limitsOfConfidentialityTalk": true}""")
                .post("/v1/consents/{id}/give", consent).then().statusCode(200);
    }

    /** Puts a grant of the client into the past. */
    private void lasting(UUID grantee, Instant issued, Instant from, Instant until, Instant revoked)
            throws SQLException {
        database.run("""
                update access_grant set issued_at = ?, valid_from = ?, valid_until = ?, revoked_at = ?
                 where client_id = ? and grantee = ?""", utc(issued), utc(from), utc(until), utc(revoked), client,
                grantee);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
