package org.alongside.audit.proof;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.alongside.audit.Eventually;
import org.alongside.audit.Source;
import org.alongside.auditlog.note.Checkpoint;
import org.alongside.auditlog.note.SignedNote;
import org.alongside.auditlog.note.Trust;
import org.alongside.auditlog.proof.ProofBundle;
import org.alongside.auditlog.tile.HttpLog;
import org.alongside.auditlog.tree.ConsistencyProof;
import org.alongside.auditlog.verify.Finding;
import org.alongside.auditlog.verify.LogVerifier;
import org.alongside.auditlog.verify.Report;
import org.alongside.auditlog.verify.TiledSource;
import org.alongside.kit.caller.Role;
import org.alongside.kit.testing.Database;
import org.alongside.kit.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;

/** What the service publishes of its log, checked with the library that auditors have. */
@QuarkusTest
class ProofTest {

    private final Database database = new Database("audit");
    private final Source source = new Source();

    @Test
    void anEntryIsProvedUnderTheCheckpoint() throws Exception {
        long index = sealed(Map.of());
        JsonPath proof = given().auth().oauth2(auditor()).get("/v1/log-entries/" + index + "/proof").then()
                .statusCode(200).body("entryIndex", equalTo((int) index)).extract().jsonPath();
        byte[] text = given().auth().oauth2(auditor()).accept("text/plain").get("/v1/log-entries/" + index + "/proof")
                .then().statusCode(200).extract().asByteArray();
        byte[] entry = Base64.getDecoder().decode(proof.getString("entry"));

        assertTrue(ProofBundle.parse(text).verify(entry, trust()).size() > index);
        assertEquals(Checkpoint.parse(note(proof.getString("checkpoint")).text()).size(), proof.getLong("treeSize"));
        byte[] tampered = entry.clone();
        tampered[tampered.length - 2] ^= 1;
        assertThrows(IllegalArgumentException.class, () -> ProofBundle.parse(text).verify(tampered, trust()));
    }

    @Test
    void aProofIsReadAsTheEntryIs() {
        UUID client = UUID.randomUUID();
        long index = sealed(Map.of("client", client, "home", Tokens.HOUSING, "agency", Tokens.HOUSING));
        String path = "/v1/log-entries/" + index + "/proof";
        given().get(path).then().statusCode(401);
        given().auth().oauth2(Tokens.token(Tokens.HOUSING, Role.CASE_WORKER)).get(path).then().statusCode(403);
        given().auth().oauth2(Tokens.token(Tokens.LEGAL_AID, Role.PRIVACY_OFFICER)).get(path).then().statusCode(404);
        String access = given().auth().oauth2(Tokens.token(Tokens.HOUSING, Role.PRIVACY_OFFICER)).get(path).then()
                .statusCode(200).extract().header("Alongside-Access-Id");
        Eventually.until(() -> database.strings(
                "select client from log_entry where access_id = ?::uuid and operation = 'log-entry.prove'", access)
                .equals(List.of(client.toString())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"log-entries/999999999/proof", "log-entries/-1/proof", "log-entries/x/proof",
            "log/tile/0/999", "log/tile/0/000.p/256", "log/tile/0/0", "log/tile/64/000",
            "log/tile/entries/999", "log/tile/entries/x"})
    void whatIsNotThereIsNotFound(String path) {
        given().auth().oauth2(auditor()).urlEncodingEnabled(false).get("/v1/" + path).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?from=1", "?from=-1&to=1", "?from=2&to=1", "?from=0&to=999999999", "?from=a&to=b"})
    void sizesThatTheLogNeverHadAreRefused(String query) {
        given().get("/v1/log/consistency" + query).then().statusCode(400);
    }

    @Test
    void theLogGrewByAppendingOnly() throws Exception {
        Checkpoint before = trust().open(note(checkpoint()));
        sealed(Map.of());
        Eventually.until(() -> size(checkpoint()) > before.size());
        Checkpoint after = trust().open(note(checkpoint()));
        JsonPath proof = given().get("/v1/log/consistency?from=" + before.size() + "&to=" + after.size()).then()
                .statusCode(200).extract().jsonPath();
        List<byte[]> path = proof.<String>getList("path").stream().map(Base64.getDecoder()::decode).toList();
        assertTrue(new ConsistencyProof(before.size(), after.size(), path).proves(before.root(), after.root()));
    }

    @Test
    void everybodySeesHashesAndAuditorsSeeEntries() {
        sealed(Map.of());
        long size = size(checkpoint());
        String width = size < 256 ? ".p/" + size : "";
        assertEquals(32 * Math.min(size, 256),
                given().get("/v1/log/tile/0/000" + width).then().statusCode(200).extract().asByteArray().length);
        assertEquals(32, given().get("/v1/log/tile/0/000.p/1").then().statusCode(200).extract().asByteArray().length);
        String bundle = "/v1/log/tile/entries/000" + width;
        given().get(bundle).then().statusCode(401);
        given().auth().oauth2(Tokens.token(Tokens.HOUSING, Role.PRIVACY_OFFICER)).get(bundle).then().statusCode(403);
        String access = given().auth().oauth2(auditor()).get(bundle).then().statusCode(200).extract()
                .header("Alongside-Access-Id");
        Eventually.until(() -> !database.strings(
                "select entry_index from log_entry where access_id = ?::uuid and operation = 'log-bundle.read'", access)
                .isEmpty());
    }

    @Test
    void theVerifierFindsTheLogUntouchedAndNamesAnEntryThatWasTouched() throws Exception {
        long index = sealed(Map.of());
        assertEquals(List.of(), touched(verify()));
        database.run("alter table log_entry disable trigger append_only");
        try {
            change(index, "'client.read'", "'client.reaf'");
            Report report = verify();
            assertTrue(touched(report).stream().anyMatch(finding -> Long.valueOf(index).equals(finding.entry())
                    && finding.kind() == Finding.Kind.ENTRY), report.json());
            change(index, "'client.reaf'", "'client.read'");
        } finally {
            database.run("alter table log_entry enable trigger append_only");
        }
        assertEquals(List.of(), touched(verify()));
    }

    private void change(long index, String from, String to) throws Exception {
        database.run("update log_entry set entry = convert_to(replace(convert_from(entry, 'UTF8'), " + from + ", " + to
                + "), 'UTF8') where entry_index = ?", index);
    }

    private Report verify() throws Exception {
        HttpLog log = new HttpLog(URI.create("http://localhost:" + RestAssured.port + "/v1/log"), ProofTest::auditor);
        return new LogVerifier(trust(), List.of(), 2).verify(new TiledSource(log));
    }

    /** Other tests of this module leave sequences out on purpose. */
    private static List<Finding> touched(Report report) {
        return report.findings().stream().filter(finding -> finding.kind() != Finding.Kind.SEQUENCE).toList();
    }

    /** Index of a new entry that a checkpoint covers. */
    private long sealed(Map<String, ?> members) {
        source.send(source.event(1, source.payload(members)));
        source.logged(1);
        long index = Long.parseLong(
                database.strings("select entry_index from log_entry where source = ?", source.name()).get(0));
        Eventually.until(() -> size(checkpoint()) > index);
        return index;
    }

    private static String checkpoint() {
        return given().get("/v1/log/checkpoint").then().statusCode(200).extract().asString();
    }

    private static long size(String checkpoint) {
        return Checkpoint.parse(note(checkpoint).text()).size();
    }

    private static SignedNote note(String text) {
        return SignedNote.parse(text.getBytes(UTF_8));
    }

    private static Trust trust() throws IOException {
        return Trust.parse(given().get("/v1/log/trust").then().statusCode(200).extract().asString());
    }

    private static String auditor() {
        return Tokens.token(Tokens.OVERSIGHT, Role.AUDITOR);
    }
}
