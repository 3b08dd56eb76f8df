package org.alongside.audit.accessevent;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.alongside.audit.Eventually;
import org.alongside.audit.Source;
import org.alongside.auditlog.LeafHash;
import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

/** Who sees what of the log over HTTP, and that looking is seen as well. */
@QuarkusTest
class AccessEventTest {

    private final Database database = new Database("audit");
    private final Source source = new Source();
    private final UUID agency = UUID.randomUUID();
    private final UUID client = UUID.randomUUID();
    private final UUID actor = UUID.randomUUID();
    private final String auditor = Tokens.token(Tokens.OVERSIGHT, Role.AUDITOR);
    private long sequence;

    @Test
    void showsEveryFieldAsItStandsInTheSealedBytes() {
        UUID access = UUID.randomUUID();
        UUID consent = UUID.randomUUID();
        UUID record = UUID.randomUUID();
        byte[] payload = log(Map.of("access", access, "client", client, "home", agency, "agency", Tokens.LEGAL_AID,
                "parts",
                List.of("identity"), "basis", "consent", "basisId", consent, "app", "portal", "records",
                List.of(Map.of("type", "client", "id", record, "version", 7)), "at", "2026-11-22T10:00:00.123456789Z"));

        JsonPath shown = search("client=" + client).statusCode(200).body("items", hasSize(1)).extract().jsonPath()
                .setRootPath("items[0]");

        byte[] entry = (source.name() + " 1 1\n" + new String(payload, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
        assertEquals(HexFormat.of().formatHex(LeafHash.of(entry)), shown.getString("leafHash"));
        assertEquals(source.name(), shown.getString("source"));
        assertEquals(1, shown.getInt("epoch"));
        assertEquals(1, shown.getInt("sequence"));
        assertEquals("2026-11-22T10:00:00.123456789Z", shown.getString("at"));
        assertEquals(access.toString(), shown.getString("accessId"));
        assertEquals(source.service(), shown.getString("service"));
        assertEquals("client.read R worker portal TREAT consent allowed", String.join(" ", shown.getString("operation"),
                shown.getString("action"), shown.getString("kind"), shown.getString("application"),
                shown.getString("purpose"), shown.getString("basis"), shown.getString("outcome")));
        assertEquals(client.toString(), shown.getString("client"));
        assertEquals(agency.toString(), shown.getString("homeAgency"));
        assertEquals(Tokens.LEGAL_AID.toString(), shown.getString("agency"));
        assertEquals(consent.toString(), shown.getString("basisId"));
        assertEquals(List.of("identity"), shown.getList("parts"));
        assertEquals(record.toString(), shown.getString("records[0].id"));
        assertEquals(7, shown.getInt("records[0].version"));
        assertTrue(shown.getLong("entryIndex") >= 0);
        assertEquals(shown.getString("entryIndex"),
                database.strings("select entry_index from log_entry where source = ?", source.name()).get(0));
    }

    @Test
    void findsByEachFilterAlone() {
        log(Map.of("client", client));
        log(Map.of("actor", actor.toString()));
        log(Map.of("agency", agency));
        log(Map.of("op", source.service() + ".read"));
        log(Map.of("actor", actor.toString(), "outcome", "denied", "at", "2020-01-02T00:00:00Z"));
        log(Map.of("actor", actor.toString(), "outcome", "not-visible", "at", "2020-01-01T00:00:00Z"));

        assertEquals(List.of(1), found("client=" + client));
        assertEquals(List.of(2, 5, 6), found("actor=" + actor));
        assertEquals(List.of(3), found("agency=" + agency));
        assertEquals(List.of(4), found("operation=" + source.service() + ".read"));
        assertEquals(List.of(5), found("actor=" + actor + "&outcome=denied"));
        assertEquals(List.of(5, 6), found("actor=" + actor + "&to=2020-01-02T00:00:01Z"));
        assertEquals(List.of(6), found("actor=" + actor + "&to=2020-01-02T00:00:00Z"));
        assertEquals(List.of(2, 5), found("actor=" + actor + "&from=2020-01-02T00:00:00Z"));
        assertEquals(List.of(), found("actor=" + actor + "&client=" + client));
    }

    @Test
    void findsByAnyCombinationOfFilters() {
        UUID access = UUID.randomUUID();
        Map<String, Object> wanted = Map.of("client", client, "actor", actor.toString(), "agency", agency, "op",
                "case.read", "purpose", "ETREAT", "basis", "emergency", "outcome", "failed", "access", access, "at",
                "2021-05-05T05:05:05Z");
        Map<String, Object> others = Map.of("client", UUID.randomUUID(), "actor", "someone else", "agency",
                UUID.randomUUID(), "op", "case.change", "purpose", "COC", "basis", "consent", "outcome", "denied",
                "access", UUID.randomUUID(), "at", "2021-05-05T05:05:04Z");
        log(wanted);
        others.forEach((member, other) -> {
            Map<String, Object> near = new HashMap<>(wanted);
            near.put(member, other);
            log(near);
        });
        List<String> filters = List.of("client=" + client, "actor=" + actor, "agency=" + agency, "operation=case.read",
                "purpose=ETREAT", "basis=emergency", "outcome=failed", "accessId=" + access,
                "from=2021-05-05T05:05:05Z");
        String own = "source=" + source.name();
        assertEquals(List.of(1), found(own + "&" + String.join("&", filters)));
        for (String left : filters) {
            List<String> rest = filters.stream().filter(filter -> !filter.equals(left)).toList();
            List<Integer> found = found(own + "&" + String.join("&", rest));
            assertEquals(2, found.size(), "without " + left + ": the one, and the one that differs in it");
            assertTrue(found.contains(1));
        }
    }

    @Test
    void pagesStayTheSameWhileEntriesComeIn() {
        for (int i = 0; i < 7; i++) {
            log(Map.of("client", client));
        }
        List<Integer> seen = new ArrayList<>();
        String query = "client=" + client + "&limit=3";
        JsonPath page = search(query).statusCode(200).extract().jsonPath();
        seen.addAll(page.getList("items.sequence"));
        while (page.getString("next") != null) {
            log(Map.of("client", client));
            log(Map.of("client", client, "at", "2020-01-01T00:00:00Z"));
            ValidatableResponse response = search(query + "&cursor=" + page.getString("next")).statusCode(200);
            page = response.extract().jsonPath();
            seen.addAll(page.getList("items.sequence"));
        }
        assertEquals(List.of(7, 6, 5, 4, 3, 2, 1), seen);
    }

    @Test
    void aCursorIsGoodForItsOwnSearchOnly() {
        log(Map.of("client", client));
        log(Map.of("client", client));
        String cursor = search("client=" + client + "&limit=1").statusCode(200)
                .header("Link", containsString("rel=\"next\"")).extract().path("next");
        search("client=" + client + "&limit=1&cursor=" + cursor).statusCode(200).body("items", hasSize(1))
                .body("next", nullValue());
        badRequest("client=" + UUID.randomUUID() + "&cursor=" + cursor, "query:cursor");
        badRequest("client=" + client + "&purpose=TREAT&cursor=" + cursor, "query:cursor");
        badRequest("cursor=x", "query:cursor");
    }

    @ParameterizedTest
    @CsvSource({"client=x, /client", "agency=1, /agency", "from=yesterday, /from", "accessId=x, /accessId",
            "outcome=perhaps, /outcome", "purpose=treat, /purpose", "basis=friendship, /basis",
            "limit=0, query:limit", "limit=201, query:limit", "source=intake, /source",
            "operation=client read, /operation",
            "from=2026-01-01T00:00:00Z&to=2026-01-01T00:00:00Z, /to", "actor=a\u0007b, /actor"})
    void namesTheFieldThatIsWrong(String query, String field) {
        badRequest(query, field);
    }

    @Test
    void refusesAFieldThatItDoesNotKnowAndAnEmptyBody() {
        badRequest("clients=" + client, "/clients");
        given().auth().oauth2(auditor).contentType("application/json").post("/v1/access-events/search").then()
                .statusCode(400);
    }

    @Test
    void theBasesAreThoseOfTheSchemaOfTheEvent() throws IOException {
        try (InputStream schema = Thread.currentThread().getContextClassLoader()
                .getResourceAsStream("events/org.alongside.audit.access.v1.json")) {
            assertEquals(JsonPath.from(schema).getList("properties.basis.enum"), AccessEventQuery.BASES);
        }
    }

    @Test
    void aPrivacyOfficerSeesTheOwnAgencysWorkersAndClientsAndNoOthers() throws SQLException {
        UUID other = UUID.randomUUID();
        log(Map.of("actor", actor.toString(), "agency", agency, "home", other, "client", client));
        log(Map.of("actor", actor.toString(), "agency", other, "home", agency, "client", client));
        log(Map.of("actor", actor.toString(), "agency", other, "home", other, "client", client));
        log(Map.of("actor", actor.toString()));

        assertEquals(List.of(2, 1), found(Tokens.token(agency, Role.PRIVACY_OFFICER), "actor=" + actor));
        assertEquals(List.of(3, 2, 1), found(Tokens.token(other, Role.PRIVACY_OFFICER), "actor=" + actor));
        assertEquals(List.of(), found(Tokens.token(UUID.randomUUID(), Role.PRIVACY_OFFICER), "client=" + client));
        assertEquals(List.of(4, 3, 2, 1), found("actor=" + actor));
        assertEquals(List.of(),
                found(Tokens.token(agency, Role.PRIVACY_OFFICER), "actor=" + actor + "&agency=" + UUID.randomUUID()));
        assertEquals(2, database.countAs("audit_app", agency, "select count(*) from log_entry where actor = ?",
                actor.toString()));
    }

    @Test
    void anotherAgencysAccessLooksAbsent() {
        UUID access = UUID.randomUUID();
        log(Map.of("access", access, "agency", UUID.randomUUID(), "client", client));
        String officer = Tokens.token(agency, Role.PRIVACY_OFFICER);
        String hidden = ofAccess(officer, access).statusCode(404).extract().asString();
        assertEquals(ofAccess(officer, UUID.randomUUID()).statusCode(404).extract().asString(), hidden);
        ofAccess(auditor, access).statusCode(200).body("items", hasSize(1));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = {"AUDITOR", "PRIVACY_OFFICER"})
    void noOtherRoleReadsTheLog(Role role) {
        log(Map.of("agency", agency, "client", client));
        String token = Tokens.token(agency, role);
        post(token, "client=" + client).statusCode(403)
                .body("type", equalTo("urn:alongside:problem:not-permitted"));
        ofAccess(token, UUID.randomUUID()).statusCode(403);
    }

    @Test
    void withoutATokenNobodyReadsTheLog() {
        given().contentType("application/json").body("{}").post("/v1/access-events/search").then().statusCode(401);
        given().get("/v1/access-events/" + UUID.randomUUID()).then().statusCode(401);
    }

    @Test
    void aSearchIsAnEntryThatNamesTheClientSearchedFor() {
        String access = search("client=" + client).statusCode(200).body("items", empty()).extract()
                .header("Alongside-Access-Id");
        Eventually.until(() -> ofAccess(auditor, UUID.fromString(access)).extract().statusCode() == 200);
        ofAccess(auditor, UUID.fromString(access)).body("items", hasSize(1))
                .body("items[0].source", equalTo("/alongside/audit"))
                .body("items[0].operation", equalTo("access-event.search"))
                .body("items[0].client", equalTo(client.toString()))
                .body("items[0].parts", equalTo(List.of("access-log")))
                .body("items[0].purpose", equalTo("HCOMPL")).body("items[0].basis", equalTo("oversight"))
                .body("items[0].agency", equalTo(Tokens.OVERSIGHT.toString()))
                .body("items[0].outcome", equalTo("allowed"));
    }

    @Test
    void aSearchForNobodyIsAnEntryWithoutAClient() {
        String access = post(Tokens.token(agency, Role.PRIVACY_OFFICER), "outcome=denied").statusCode(200).extract()
                .header("Alongside-Access-Id");
        Eventually.until(() -> ofAccess(auditor, UUID.fromString(access)).extract().statusCode() == 200);
        ofAccess(auditor, UUID.fromString(access)).body("items", hasSize(1)).body("items[0].client", nullValue())
                .body("items[0].basis", equalTo("home-agency"));
    }

    @Test
    void readingOneAccessIsAnEntryForEachClientItNames() {
        UUID access = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        log(Map.of("access", access, "client", client));
        log(Map.of("access", access, "client", second));
        log(Map.of("access", access, "client", second));
        String reading = ofAccess(auditor, access).statusCode(200).body("items", hasSize(3)).extract()
                .header("Alongside-Access-Id");
        Eventually.until(() -> ofAccess(auditor, UUID.fromString(reading)).extract().statusCode() == 200);
        List<String> named = ofAccess(auditor, UUID.fromString(reading)).body("items[0].operation",
                equalTo("access-event.read")).extract().jsonPath().getList("items.client");
        assertEquals(List.of(client.toString(), second.toString()).stream().sorted().toList(),
                named.stream().sorted().toList());
    }

    @Test
    void aRefusalIsAnEntry() {
        UUID asked = UUID.randomUUID();
        String access = ofAccess(auditor, asked).statusCode(404).extract().header("Alongside-Access-Id");
        Eventually.until(() -> ofAccess(auditor, UUID.fromString(access)).extract().statusCode() == 200);
        ofAccess(auditor, UUID.fromString(access)).body("items[0].outcome", equalTo("not-visible"))
                .body("items[0].asked.accessId", equalTo(asked.toString()));
    }

    @Test
    void nothingIsShownWhenTheSearchCannotBeRecorded() throws SQLException {
        log(Map.of("client", client));
        database.run("revoke insert on outbox from audit_app");
        try {
            search("client=" + client).statusCode(503)
                    .body("type", equalTo("urn:alongside:problem:audit-unavailable")).body("items", nullValue());
        } finally {
            database.run("grant insert on outbox to audit_app");
        }
        search("client=" + client).statusCode(200).body("items", hasSize(1));
    }

    /** Returns when it is an entry. */
    private byte[] log(Map<String, ?> members) {
        byte[] payload = source.payload(new HashMap<>(members));
        source.send(source.event(++sequence, payload));
        source.logged((int) sequence);
        return payload;
    }

    private List<Integer> found(String query) {
        return found(auditor, query);
    }

    private static List<Integer> found(String token, String query) {
        return post(token, query).statusCode(200).extract().jsonPath().getList("items.sequence");
    }

    private ValidatableResponse search(String query) {
        return post(auditor, query).header("Alongside-Access-Id", notNullValue());
    }

    /** @param query {@code name=value} joined by {@code &}; which page is asked for goes into the address, the rest into the body */
    private static ValidatableResponse post(String token, String query) {
        Map<String, String> body = new HashMap<>();
        Map<String, String> page = new HashMap<>();
        for (String filter : query.split("&")) {
            String[] pair = filter.split("=", 2);
            (List.of("limit", "cursor").contains(pair[0]) ? page : body).put(pair[0], pair[1]);
        }
        return given().auth().oauth2(token).contentType("application/json").queryParams(page).body(body)
                .post("/v1/access-events/search").then();
    }

    private static ValidatableResponse ofAccess(String token, UUID access) {
        return given().auth().oauth2(token).get("/v1/access-events/{accessId}", access).then();
    }

    private void badRequest(String query, String field) {
        search(query).statusCode(400).body("violations[0].field", equalTo(field));
    }
}
