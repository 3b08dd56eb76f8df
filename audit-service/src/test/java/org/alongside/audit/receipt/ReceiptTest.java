package org.alongside.audit.receipt;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.alongside.audit.Eventually;
import org.alongside.audit.Source;
import org.alongside.auditlog.note.Checkpoint;
import org.alongside.auditlog.note.SignedNote;
import org.alongside.auditlog.tree.InclusionProof;
import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.alongside.kit.time.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

/** Whoever holds the id of an access finds out whether it is in the log, and nothing else. */
@QuarkusTest
class ReceiptTest {

    private final Database database = new Database("audit");
    private final Source source = new Source();
    private final UUID access = UUID.randomUUID();

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleOfEveryAgencyMayAsk(Role role) {
        log(1, Map.of("access", access, "client", UUID.randomUUID(), "agency", UUID.randomUUID()));
        ValidatableResponse answer = ask(Tokens.token(UUID.randomUUID(), role), access).statusCode(200)
                .body("entries", hasSize(1)).body("issuedAt", nullValue());
        assertEquals(
                database.strings(
                        "select entry_index || ' ' || encode(leaf_hash, 'hex') from log_entry where access_id = ?",
                        access).get(0),
                answer.extract().path("entries[0].entryIndex") + " " + answer.extract().path("entries[0].leafHash"));
        assertTrue(List.of("entryIndex", "leafHash", "path", "sealedAt").containsAll(answer.extract().jsonPath()
                .<Map<String, Object>>get("entries[0]").keySet()));
    }

    @Test
    void aSealedAccessIsProvedUnderTheCheckpoint() {
        log(1, Map.of("access", access));
        Eventually.until(() -> ask(worker(), access).extract().path("status").equals("sealed"));
        JsonPath receipt = ask(worker(), access).extract().jsonPath();
        Checkpoint checkpoint = Checkpoint
                .parse(SignedNote.parse(receipt.getString("checkpoint").getBytes(StandardCharsets.UTF_8)).text());
        List<byte[]> path = receipt.<String>getList("entries[0].path").stream().map(Base64.getDecoder()::decode)
                .toList();
        assertTrue(new InclusionProof(receipt.getLong("entries[0].entryIndex"), checkpoint.size(), path).proves(
                HexFormat.of().parseHex(receipt.getString("entries[0].leafHash")), checkpoint.root()));
    }

    @Test
    void anAccessThatDidNotArriveIsOnItsWayForAMinuteAndMissingThen() {
        ask(worker(), Ids.next()).statusCode(200).body("status", equalTo("on-its-way")).body("entries", empty());
        UUID old = new UUID(Instant.now().minusSeconds(61).toEpochMilli() << 16 | 0x7000, UUID.randomUUID()
                .getLeastSignificantBits());
        ask(worker(), old).statusCode(200).body("status", equalTo("missing")).body("checkpoint", nullValue());
    }

    @Test
    void anAccessOfSeveralEntriesHasThemAllInTheirOrder() {
        log(1, Map.of("access", access));
        log(2, Map.of("access", UUID.randomUUID()));
        log(3, Map.of("access", access));
        List<Integer> places = ask(worker(), access).statusCode(200).extract().jsonPath()
                .getList("entries.entryIndex");
        assertEquals(2, places.size());
        assertTrue(places.get(0) < places.get(1));
    }

    @Test
    void whatHasNotArrivedIsSaidToBeAbsentUntilItArrives() {
        ValidatableResponse before = ask(worker(), access).statusCode(200)
                .body("status", equalTo("missing")).body("entries", empty());
        int size = before.extract().path("logSize");
        log(1, Map.of("access", access));
        int place = ask(worker(), access).statusCode(200).body("entries", hasSize(1)).extract()
                .path("entries[0].entryIndex");
        assertTrue(place >= size, "what was absent from the first " + size + " entries is not among them");
    }

    @Test
    void theIdOfAResponseOfTheSuiteArrivesAndTellsWhenItWasIssued() {
        String issued = given().auth().oauth2(Tokens.token(Tokens.OVERSIGHT, Role.AUDITOR))
                .contentType("application/json").body("{}").post("/v1/access-events/search").then().statusCode(200)
                .extract().header("Alongside-Access-Id");
        Eventually.until(
                () -> ask(worker(), UUID.fromString(issued)).statusCode(200).extract().path("status").equals("sealed"));
        String at = ask(worker(), UUID.fromString(issued)).extract().path("issuedAt");
        String sealed = ask(worker(), UUID.fromString(issued)).extract().path("entries[0].sealedAt");
        assertFalse(Instant.parse(at).isAfter(Instant.parse(sealed)));
    }

    @Test
    void anIdOpensItsOwnEntriesAndNoOthers() throws Exception {
        log(1, Map.of("access", access));
        log(2, Map.of("access", UUID.randomUUID()));
        try (var connection = database.superuser(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local role audit_app");
            statement.execute("select set_config('alongside.receipt', '" + access + "', true)");
            try (var rows = statement.executeQuery("select count(*), min(access_id::text) from log_entry")) {
                rows.next();
                assertEquals(1, rows.getInt(1));
                assertEquals(access.toString(), rows.getString(2));
            }
            connection.rollback();
        }
    }

    @Test
    void isNotForStrangersNorForOtherIds() {
        given().get("/v1/access-receipts/" + access).then().statusCode(401);
        given().auth().oauth2(worker()).get("/v1/access-receipts/none").then().statusCode(404);
    }

    private void log(long sequence, Map<String, ?> members) {
        source.send(source.event(sequence, source.payload(members)));
        source.logged((int) sequence);
    }

    private static String worker() {
        return Tokens.token(Tokens.HOUSING, Role.CASE_WORKER);
    }

    private static ValidatableResponse ask(String token, UUID id) {
        return given().auth().oauth2(token).get("/v1/access-receipts/{accessId}", id).then();
    }
}
