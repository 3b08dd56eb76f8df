package org.alongside.audit.disclosureaccount;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.alongside.audit.Eventually;
import org.alongside.audit.Source;
import org.alongside.kit.caller.Role;
import org.alongside.kit.event.Event;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

/** A client's account over real HTTP: what it tells, to whom, and that reading it is in the log. */
@QuarkusTest
class AccountTest {

    private static final Instant START = Instant.parse("2024-03-04T05:06:00Z");

    private final Database database = new Database("audit");
    private final Source source = new Source();
    private final UUID home = UUID.randomUUID();
    private final UUID client = UUID.randomUUID();
    private final String officer = Tokens.token(home, Role.PRIVACY_OFFICER);
    private final String auditor = Tokens.token(Tokens.OVERSIGHT, Role.AUDITOR);
    private int sequence;

    @Test
    void tellsWhoOutsideSawWhatWhenWhyAndOnWhichBasis() {
        UUID consent = UUID.randomUUID();
        log(inside("intake-worker"), outside(Map.of("basis", "consent", "basisId", consent, "parts",
                List.of("identity", "contact"), "roles", List.of("receiving-worker"), "purpose", "COC")));
        ValidatableResponse account = ask(officer, "").statusCode(200).body("lines", hasSize(1))
                .body("client", equalTo(client.toString())).body("homeAgency", equalTo(home.toString()))
                .body("homeAgencyName", equalTo(home.toString())).body("next", nullValue());
        JsonPath line = account.extract().jsonPath().setRootPath("lines[0]");
        assertEquals(Tokens.LEGAL_AID.toString(), line.getString("agency"));
        assertEquals(List.of("receiving-worker"), line.getList("roles"));
        assertEquals(List.of("identity", "contact"), line.getList("parts"));
        assertEquals(consent.toString(), line.getString("basisId"));
        assertEquals("4 March 2024, 05:08 UTC: a worker who receives referrals at Legal Aid <Center> read your record."
                + " What they saw: your name and date of birth, how to reach you."
                + " Why: to coordinate help between agencies. What allowed it: your consent.", line.getString("text"));
        String index = entryIndex(2);
        assertEquals(index, line.getString("entryIndex"));
        assertEquals("/v1/log-entries/" + index + "/proof", line.getString("proof"));
        assertEquals(database.strings("select encode(leaf_hash, 'hex') from log_entry where entry_index = ?",
                Long.valueOf(index)).get(0), line.getString("leafHash"));
        account.body("summary.outside", hasSize(1)).body("summary.outside[0].name", equalTo("Legal Aid <Center>"))
                .body("summary.outside[0].accesses", equalTo(1)).body("summary.outside[0].emergencies", equalTo(0));
    }

    @Test
    void accessesInsideTheHomeAgencyAndByTheSuiteAreCountedByRoleAndPurpose() {
        log(inside("case-worker"), inside("case-worker"), inside("supervisor"),
                Map.of("client", client, "kind", "system", "actor", "system:intake/job", "basis", "system", "purpose",
                        "HOPERAT"));
        ask(officer, "").statusCode(200).body("lines", empty()).body("summary.outside", empty())
                .body("summary.inside.find { it.roles == ['case-worker'] }.accesses", equalTo(2))
                .body("summary.inside.find { it.roles == ['case-worker'] }.role", equalTo("a case worker"))
                .body("summary.inside.find { it.roles == ['supervisor'] }.accesses", equalTo(1))
                .body("summary.inside.find { it.purpose == 'HOPERAT' }.role", containsString("automatically"));
    }

    @Test
    void anAuditorsSearchForTheClientIsToldThoughItsEventNamesNoHomeAgency() {
        log(inside("case-worker"), Map.of("client", client, "agency", Tokens.OVERSIGHT, "basis", "oversight", "op",
                "access-event.search", "purpose", "HCOMPL", "parts", List.of("access-log"), "roles",
                List.of("auditor")));
        ask(officer, "").statusCode(200).body("lines", hasSize(1)).body("lines[0].text", containsString(
                "an auditor at " + Tokens.OVERSIGHT + " searched the access log. What they saw: the list of who saw"));
    }

    @Test
    void refusedAttemptsAreCountedAndNotListedAndReadsThatFailedWereNoDisclosure() {
        log(inside("case-worker"), Map.of("client", client, "agency", Tokens.HOUSING, "outcome", "not-visible"),
                Map.of("client", client, "agency", Tokens.HOUSING, "outcome", "denied"),
                outside(Map.of("outcome", "failed")), Map.of("client", client, "agency", home, "outcome", "denied"));
        ask(officer, "").statusCode(200).body("lines", empty()).body("summary.refused", equalTo(2));
    }

    @Test
    void emergencyAccessesStandOut() {
        log(inside("case-worker"), outside(Map.of("basis", "emergency", "purpose", "ETREAT")), outside(Map.of()));
        ask(officer, "").statusCode(200).body("lines.emergency", equalTo(List.of(true, false)))
                .body("lines[0].text", containsString("EMERGENCY ACCESS"))
                .body("summary.outside[0].emergencies", equalTo(1));
    }

    @Test
    void entriesFromBeforeRolesWereRecordedSaySo() {
        log(inside("case-worker"), outside(Map.of()));
        ask(officer, "").statusCode(200).body("lines[0].words.role", equalTo("a person (role not recorded)"))
                .body("lines[0].roles", nullValue());
    }

    @Test
    void isWrittenInSpanish() {
        log(inside("case-worker"), outside(Map.of("parts", List.of("identity"), "roles", List.of("case-worker"))));
        ask(officer, ", \"language\": \"es\"").statusCode(200).body("language", equalTo("es"))
                .body("lines[0].text", equalTo("4 de marzo de 2024, 05:08 UTC: una persona que lleva casos de"
                        + " Legal Aid <Center> leyó su ficha. Lo que vio: su nombre y fecha de nacimiento."
                        + " Para qué: para ayudarle. Qué lo permitió: una derivación que usted aceptó."));
    }

    @Test
    void pagesStayTheSameWhileEntriesComeIn() {
        log(inside("case-worker"));
        for (int i = 0; i < 5; i++) {
            log(outside(Map.of()));
        }
        List<Integer> seen = new ArrayList<>();
        JsonPath page = ask(officer, "", "?limit=2").statusCode(200).extract().jsonPath();
        seen.addAll(page.getList("lines.entryIndex"));
        while (page.getString("next") != null) {
            log(outside(Map.of()), outside(Map.of("at", "2020-01-01T00:00:00Z")));
            page = ask(officer, "", "?limit=2&cursor=" + page.getString("next")).statusCode(200)
                    .body("summary", nullValue()).extract().jsonPath();
            seen.addAll(page.getList("lines.entryIndex"));
        }
        assertEquals(List.of(2, 3, 4, 5, 6).stream().map(this::entryIndex).map(Integer::valueOf).toList(), seen);
    }

    @Test
    void tellsOfEveryRecordThatIsMergedIntoTheClients() throws SQLException {
        UUID other = UUID.randomUUID();
        log(inside("case-worker"), outside(Map.of("client", other)), outside(Map.of()),
                outside(Map.of("client", other)), Map.of("client", other, "agency", Tokens.OVERSIGHT, "basis",
                        "oversight", "op", "access-event.search", "purpose", "HCOMPL", "parts",
                        List.of("access-log"), "roles", List.of("auditor")));
        ask(officer, "").statusCode(200).body("lines", hasSize(1)).body("replaces", nullValue());
        database.run("insert into merged_client (client_id, home_agency, survivor_id, version) values (?, ?, ?, 0)",
                other,
                home, client);
        String accessId = ask(officer, "").statusCode(200).body("replaces", equalTo(List.of(other.toString())))
                .body("lines.entryIndex", equalTo(List.of(2, 3, 4, 5).stream().map(this::entryIndex)
                        .map(Integer::valueOf).toList()))
                .body("summary.outside.find { it.agency == '" + Tokens.LEGAL_AID + "' }.accesses", equalTo(3)).extract()
                .header("Alongside-Access-Id");
        assertEquals(2, database.strings("select 1 from outbox where topic = 'audit.access.v1'"
                + " and convert_from(payload, 'UTF8') like ?", "%\"" + accessId + "\"%").size());
        JsonPath page = ask(officer, "", "?limit=3").statusCode(200).body("lines", hasSize(3)).extract().jsonPath();
        ask(officer, "", "?limit=3&cursor=" + page.getString("next")).statusCode(200).body("lines", hasSize(1));
        ask(officer, other, "", "").statusCode(200).body("lines", hasSize(3));
        ask(auditor, "").statusCode(200).body("lines", hasSize(4));
        ask(Tokens.token(Tokens.LEGAL_AID, Role.PRIVACY_OFFICER), "").statusCode(404);

        for (String token : List.of(officer, auditor)) {
            given().auth().oauth2(token).contentType("application/json").body("{\"client\": \"" + client + "\"}")
                    .post("/v1/access-events/search").then().statusCode(200)
                    .body("items.findAll { it.operation == 'client.read' }.client.unique().sort()",
                            equalTo(List.of(client, other).stream().map(UUID::toString).sorted().toList()));
        }
        note(client, 4).statusCode(201).body("client", equalTo(other.toString()));
        ask(officer, "").body("lines.find { it.entryIndex == " + entryIndex(4) + " }.notes", hasSize(1));
    }

    @Test
    void aRestrictedClientsAccountIsForThoseWhoOverseeTheLogAndForTheWorkersNamed() throws SQLException {
        log(inside("case-worker"), outside(Map.of()));
        UUID named = UUID.randomUUID();
        String worker = Tokens.of(home, Role.CASE_WORKER).subject(named).sign();
        String colleague = Tokens.token(home, Role.CASE_WORKER);
        ask(colleague, "").statusCode(200);
        database.run(
                "insert into restricted_client (client_id, home_agency, workers, version) values (?, ?, array[?], 0)",
                client, home, named.toString());
        assertEquals(ask(colleague, UUID.randomUUID(), "", "").statusCode(404).extract().asString(),
                ask(colleague, "").statusCode(404).extract().asString());
        ask(Tokens.token(home, Role.SUPERVISOR), "").statusCode(404);
        note(client, 2).statusCode(404);
        ask(officer, "").statusCode(200).body("lines", hasSize(1));
        ask(auditor, "").statusCode(200);
    }

    @Test
    void notesOfAnErasedClientGoAndTheAccountStays() throws SQLException {
        log(inside("case-worker"), outside(Map.of()));
        note(client, 2).statusCode(201);
        ask(officer, "").statusCode(200).body("lines[0].notes", hasSize(1));
        database.run("update client_key set wrapped = null, kek_id = null, destroyed_at = now() where client_id = ?",
                client);
        ask(officer, "").statusCode(200).body("lines", hasSize(1)).body("lines[0].notes", nullValue());
        ask(auditor, "").statusCode(200);
    }

    private ValidatableResponse note(UUID of, int ofSequence) {
        return given().auth().oauth2(Tokens.token(home, Role.CASE_WORKER)).contentType("application/json").body("""
                {"client": "%s", "entryIndex": %s, "kind": "dispute", "words": "Why?"}""".formatted(of,
                entryIndex(ofSequence))).post("/v1/disclosure-notes").then();
    }

    @Test
    void tellsOfTheTimeAskedFor() {
        log(inside("case-worker"), outside(Map.of("at", "2021-01-01T00:00:00Z")),
                outside(Map.of("at", "2022-01-01T00:00:00Z")), outside(Map.of("at", "2023-01-01T00:00:00Z")));
        ask(officer, ", \"from\": \"2021-01-01T00:00:01Z\", \"to\": \"2023-01-01T00:00:00Z\"").statusCode(200)
                .body("lines.at", equalTo(List.of("2022-01-01T00:00:00Z")))
                .body("summary.outside[0].accesses", equalTo(1));
    }

    @Test
    void anotherAgencysClientLooksAbsentAndAnAuditorReadsEveryClients() {
        log(inside("case-worker"), outside(Map.of()));
        String stranger = Tokens.token(Tokens.LEGAL_AID, Role.PRIVACY_OFFICER);
        String hidden = ask(stranger, "").statusCode(404).extract().asString();
        String absent = ask(officer, UUID.randomUUID(), "", "").statusCode(404).extract().asString();
        assertEquals(absent, hidden);
        ask(auditor, "").statusCode(200).body("lines", hasSize(1));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = {"AUDITOR", "PRIVACY_OFFICER",
            "SUPERVISOR", "CASE_WORKER"})
    void noOtherRoleReadsIt(Role role) {
        log(inside("case-worker"));
        ask(Tokens.token(home, role), "").statusCode(403);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {", \"language\": \"xx\"|/language",
            ", \"from\": \"2026-01-02T00:00:00Z\", \"to\": \"2026-01-01T00:00:00Z\"|/to", ", \"who\": 1|/who"})
    void namesTheFieldThatIsWrong(String members, String field) {
        ask(officer, members).statusCode(400).body("violations[0].field", equalTo(field));
        given().auth().oauth2(officer).contentType("application/json").body("{}").post("/v1/disclosure-accounts")
                .then().statusCode(400).body("violations[0].field", equalTo("/client"));
    }

    @Test
    void readingItIsAnAccessToTheClientThatSaysWithWhichRole() {
        log(inside("case-worker"), outside(Map.of()));
        String access = ask(auditor, "").statusCode(200).extract().header("Alongside-Access-Id");
        String sql = "select convert_from(entry, 'UTF8') from log_entry where access_id = ?";
        Eventually.until(() -> database.strings(sql, UUID.fromString(access)).size() == 1);
        String event = database.strings(sql, UUID.fromString(access)).get(0);
        assertTrue(event.contains("\"op\":\"disclosure-account.read\"") && event.contains("\"client\":\"" + client)
                && event.contains("\"home\":\"" + home) && event.contains("\"roles\":[\"auditor\"]"), event);
        ask(officer, "").statusCode(200).body("lines", hasSize(2)).body("lines[1].roles", equalTo(List.of("auditor")))
                .body("lines[1].words.did", equalTo("read this list"));
    }

    @Test
    void nothingIsToldWhenTheReadingCannotBeRecorded() throws SQLException {
        log(inside("case-worker"), outside(Map.of()));
        database.run("revoke insert on outbox from audit_app");
        try {
            ask(officer, "").statusCode(503).body("lines", nullValue());
        } finally {
            database.run("grant insert on outbox to audit_app");
        }
    }

    private Map<String, Object> inside(String role) {
        return Map.of("client", client, "home", home, "agency", home, "roles", List.of(role));
    }

    /** A read by legal aid because of a referral; {@code members} replace or add to what it says. */
    private Map<String, Object> outside(Map<String, ?> members) {
        Map<String, Object> all = new HashMap<>(Map.of("client", client, "home", home, "agency", Tokens.LEGAL_AID,
                "basis", "referral"));
        all.putAll(members);
        return all;
    }

    /** Returns when they are entries, a minute of access apart. */
    @SafeVarargs
    private void log(Map<String, ?>... several) {
        List<Event> events = new ArrayList<>();
        for (Map<String, ?> members : several) {
            Map<String, Object> event = new HashMap<>(Map.of("at", START.plusSeconds(60L * ++sequence).toString()));
            event.putAll(members);
            events.add(source.event(sequence, source.payload(event)));
        }
        Source.sendAll(events);
        source.logged(sequence);
    }

    private String entryIndex(int ofSequence) {
        return database.strings("select entry_index from log_entry where source = ? and sequence = ?", source.name(),
                ofSequence).get(0);
    }

    private ValidatableResponse ask(String token, String members) {
        return ask(token, members, "");
    }

    private ValidatableResponse ask(String token, String members, String page) {
        return ask(token, client, members, page);
    }

    private static ValidatableResponse ask(String token, UUID client, String members, String page) {
        return given().auth().oauth2(token).contentType("application/json").accept("application/json")
                .body("{\"client\": \"%s\"%s}".formatted(client, members)).post("/v1/disclosure-accounts" + page)
                .then();
    }
}
